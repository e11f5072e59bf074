namespace InitGen.Initialization;

/// <summary>A type of the user's own.</summary>
internal sealed class CustomInitializer : InitializerDefinition
{
    internal static readonly CustomInitializer Instance = new();

    private CustomInitializer()
    {
    }

    public override string Name => "custom";

    public override InitializerArguments RequiredArguments => InitializerArguments.Initializer;

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) =>
        new CustomWeights(spec.Type ?? "", spec.TypeVariance?.Of(context) ?? double.NaN, spec.TypeVariance?.Mean ?? 0);

    public override string Formula(InitializerSpec spec, WeightContext context) => spec.Type ?? "";
}
