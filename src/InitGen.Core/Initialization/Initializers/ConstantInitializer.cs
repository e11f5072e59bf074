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

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new ConstantWeights(_value ?? spec.Value);

    public override string Formula(InitializerSpec spec, WeightContext context) => Text(_value ?? spec.Value);
}
