namespace InitGen.Truth;

/// <summary>Changes parameters by their gradients.</summary>
internal abstract class Optimizer
{
    /// <summary>Takes a step.</summary>
    /// <param name="parameters">The parameters; changed.</param>
    /// <param name="gradients">Their gradients, summed over a batch.</param>
    /// <param name="batch">The size of the batch.</param>
    public abstract void Step(Span<float> parameters, ReadOnlySpan<float> gradients, int batch);
}
