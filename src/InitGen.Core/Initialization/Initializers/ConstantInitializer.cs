using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>One value for all weights: 0, 1, or the layer's own.</summary>
internal sealed class ConstantInitializer : InitializerDefinition
{
    internal static readonly ConstantInitializer Zeros = new("zeros", 0);
    internal static readonly ConstantInitializer Ones = new("ones", 1);
    internal static readonly ConstantInitializer AnyValue = new("constant", null);

    private readonly double? _value;

    private ConstantInitializer(string name, double? value)
    {
        Name = name;
        _value = value;
    }

    public override string Name { get; }

    public override InitializerArguments RequiredArguments => _value is null ? InitializerArguments.Value : InitializerArguments.None;

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) => new ConstantWeights(_value ?? layer.Value);

    public override string Formula(DenseSpec layer, int inputs) => Text(_value ?? layer.Value);
}
