using System.Runtime.CompilerServices;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Tanh"/></summary>
public readonly struct Tanh : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1;

    static float IActivationOperator.Infimum => -1;

    static float IActivationOperator.Supremum => 1;

    // With e = e^−2|z|: tanh|z| = (1 − e)/(1 + e), and its derivative 4e/(1 + e)² keeps its precision where 1 − tanh² loses it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes two = TLanes.Broadcast(2);
        TLanes minusOne = Exponential.MinusOne(-two * TLanes.Abs(z), out TLanes exponential);
        TLanes reciprocal = TLanes.Broadcast(1) / (two + minusOne);
        TLanes twice = two * reciprocal;
        derivative = exponential * twice * twice;
        return TLanes.CopySign(minusOne * reciprocal, z);
    }
}
