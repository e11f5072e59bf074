namespace InitGen.Kernels;

/// <summary>When a unit counts as saturated: it passes less than 1 % of the largest gradient.</summary>
internal static class Saturation
{
    /// <summary>The |φ'| below which a unit is saturated, 0.01·sup|φ'|.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="activation">φ.</param>
    public static float Threshold<TActivation>(TActivation activation)
        where TActivation : struct, IActivationOperator => (float)(0.01 * activation.LargestDerivative);
}
