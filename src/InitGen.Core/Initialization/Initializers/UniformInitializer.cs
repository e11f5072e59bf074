using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>A uniform distribution with a given bound.</summary>
internal sealed class UniformInitializer : InitializerDefinition
{
    internal static readonly UniformInitializer Instance = new();

    private UniformInitializer()
    {
    }

    public override string Name => "uniform";

    public override InitializerArguments RequiredArguments => InitializerArguments.Limit;

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) => new UniformWeights(layer.Limit);

    public override string Formula(DenseSpec layer, int inputs) => $"U(−l, l), l = {Text(layer.Limit)}";
}
