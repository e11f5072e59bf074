namespace InitGen.Initialization;

/// <summary>The initializers of a convolution whose kernels are 0 but for one tap, the one in the middle: they make it a matrix that every
/// position is multiplied with.</summary>
internal abstract class MiddleTapInitializer : InitializerDefinition
{
    private protected MiddleTapInitializer()
    {
    }

    /// <summary>What makes the same of a matrix alone.</summary>
    private protected abstract Init OfMatrix { get; }

    public sealed override string? Mistake(WeightContext context) => context.Kernel is { } kernel
        ? Mistake(context.Rows / kernel.Groups, context.Columns / kernel.Taps, kernel)
        : $"is no convolution, of whose kernel {Itself} fills the middle; use {OfMatrix}, or make it one";

    /// <summary>The initializer as code has it.</summary>
    private protected abstract Init Itself { get; }

    private protected virtual string? Mistake(int units, int inputs, KernelShape kernel) => null;
}
