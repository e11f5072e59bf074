using System;
using InitGen.Specification;

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

    public override WeightDistribution Resolve(DenseSpec layer, int inputs) => new SparseWeights(layer.NonZeros, layer.StdDev);

    public override string Formula(DenseSpec layer, int inputs) =>
        $"{Text(Math.Min(layer.NonZeros, inputs))} of {Text(inputs)} from N(0, σ²), σ = {Text(layer.StdDev)}";
}
