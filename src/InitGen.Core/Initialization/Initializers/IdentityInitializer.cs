namespace InitGen.Initialization;

/// <summary>The identity matrix.</summary>
internal sealed class IdentityInitializer : InitializerDefinition
{
    internal static readonly IdentityInitializer Instance = new();

    private IdentityInitializer()
    {
    }

    public override string Name => "identity";

    public override string? Mistake(WeightContext context) => context.Rows == context.Columns
        ? null
        : $"has {Text(context.Rows)} units and {Text(context.Columns)} inputs, but Identity needs as many units as inputs; "
            + (context.Kernel is null ? "change the units or the initializer" : "use Dirac, the identity of a convolution");

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new IdentityWeights();

    public override string Formula(InitializerSpec spec, WeightContext context) => "identity matrix";
}
