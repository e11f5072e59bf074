namespace InitGen.Initialization;

/// <summary>1 in the middle of the kernel from channel i to channel i of each group, 0 elsewhere: the identity of a convolution, as far as its
/// channels go (PyTorch's <c>dirac_</c>).</summary>
internal sealed class DiracInitializer : MiddleTapInitializer
{
    internal static readonly DiracInitializer Instance = new();

    private DiracInitializer()
    {
    }

    public override string Name => "Dirac";

    private protected override Init Itself => Init.Dirac;

    private protected override Init OfMatrix => Init.Identity;

    public override WeightDistribution Resolve(InitializerSpec spec, WeightContext context) =>
        new DiracWeights(context.Kernel ?? KernelShape.Point);

    public override string Formula(InitializerSpec spec, WeightContext context) => "identity in the middle of the kernel";
}
