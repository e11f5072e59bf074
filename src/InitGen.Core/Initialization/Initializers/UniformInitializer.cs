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

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new UniformWeights(spec.Limit);

    public override string Formula(InitializerSpec spec, WeightContext context) => $"U(−l, l), l = {Text(spec.Limit)}";
}
