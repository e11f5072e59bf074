using System;

namespace InitGen.Initialization;

/// <summary>A fixed number of normal weights a unit, the others 0 (Martens 2010, section 5).</summary>
internal sealed class SparseInitializer : InitializerDefinition
{
    internal static readonly SparseInitializer Instance = new();

    private SparseInitializer()
    {
    }

    public override string Name => "sparse";

    public override InitializerArguments RequiredArguments => InitializerArguments.NonZeros | InitializerArguments.StdDev;

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) => new SparseWeights(spec.NonZeros, spec.StdDev);

    public override string Formula(InitializerSpec spec, WeightContext context) =>
        $"{Text(Math.Min(spec.NonZeros, context.Columns))} of {Text(context.Columns)} from N(0, σ²), σ = {Text(spec.StdDev)}";
}
