using System.Runtime.CompilerServices;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Sigmoid"/></summary>
public readonly struct Sigmoid : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 0.25f;

    static float IActivationOperator.Infimum => 0;

    static float IActivationOperator.Supremum => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative) =>
        Logistic.Evaluate(z, out derivative);
}
