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

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new OrthogonalWeights(spec.Gain);

    public override string Formula(InitializerSpec spec, WeightContext context)
    {
        string matrix = context.Columns < context.Rows ? "orthonormal columns" : "orthonormal rows";
        return spec.Gain == 1 ? matrix : $"{Text(spec.Gain)}·{matrix}";
    }
}
