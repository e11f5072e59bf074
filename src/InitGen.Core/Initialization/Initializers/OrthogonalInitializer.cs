using InitGen.Specification;

namespace InitGen.Initialization;

/// <summary>A random matrix with orthonormal rows or columns, times the gain (Saxe et al. 2014).</summary>
internal sealed class OrthogonalInitializer : InitializerDefinition
{
    internal static readonly OrthogonalInitializer Instance = new();

    private OrthogonalInitializer()
    {
    }

    public override string Name => "orthogonal";

    public override InitializerArguments AcceptedArguments => InitializerArguments.Gain;

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) => new OrthogonalWeights(layer.Gain);

    public override string Formula(DenseSpec layer, int inputs)
    {
        string matrix = inputs < layer.Units ? "orthonormal columns" : "orthonormal rows";
        return layer.Gain == 1 ? matrix : $"{Text(layer.Gain)}·{matrix}";
    }
}
