using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>The identity matrix.</summary>
internal sealed class IdentityInitializer : InitializerDefinition
{
    internal static readonly IdentityInitializer Instance = new();

    private IdentityInitializer()
    {
    }

    public override string Name => "identity";

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) => new IdentityWeights();

    public override string Formula(DenseSpec layer, int inputs) => "identity matrix";
}
