namespace InitGen.Initialization;

/// <summary>The identity matrix.</summary>
internal sealed class IdentityInitializer : InitializerDefinition
{
    internal static readonly IdentityInitializer Instance = new();

    private IdentityInitializer()
    {
    }

    public override string Name => "identity";

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new IdentityWeights();

    public override string Formula(InitializerSpec spec, WeightContext context) => "identity matrix";
}
