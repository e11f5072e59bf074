using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary>When a unit counts as saturated: it passes less than 1 % of the largest gradient.</summary>
internal static class Saturation
{
    /// <summary>The |φ'| below which a unit is saturated.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="activation">φ.</param>
    public static float Threshold<TActivation>(TActivation activation)
        where TActivation : struct, IActivationOperator => (float)(SaturatedSet.Threshold * activation.DerivativeBound);
}
