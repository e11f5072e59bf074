namespace InitGen.Initialization;

/// <summary>A random matrix with orthonormal columns, times the gain, in the middle of the kernel, one for each group; the other taps are 0
/// (Xiao et al. 2018, algorithm 2). What comes in keeps its length at every position.</summary>
internal sealed class DeltaOrthogonalInitializer : MiddleTapInitializer
{
    internal static readonly DeltaOrthogonalInitializer Instance = new();

    private DeltaOrthogonalInitializer()
    {
    }

    public override string Name => "delta-orthogonal";

    public override InitializerArguments AcceptedArguments => InitializerArguments.Gain;

    private protected override Init Itself => Init.DeltaOrthogonal;

    private protected override Init OfMatrix => Init.Orthogonal;

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) =>
        new DeltaOrthogonalWeights(spec.Gain, context.Kernel ?? KernelShape.Point);

    public override string Formula(InitializerSpec spec, WeightContext context) =>
        $"{(spec.Gain == 1 ? "" : Text(spec.Gain) + "·")}orthonormal columns in the middle of the kernel";

    private protected override string? Mistake(int units, int inputs, KernelShape kernel) => units >= inputs
        ? null
        : $"has {Text(units)} channels for {Text(inputs)} that come in{(kernel.Groups == 1 ? "" : ", in each of its groups")}, "
            + "but DeltaOrthogonal needs at least as many; change the channels, or use Orthogonal";
}
