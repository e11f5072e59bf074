using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Tanh"/></summary>
public readonly struct Tanh : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Tanh).DerivativeBound;

    // tanh z = 2σ(2z) − 1 = (1 − e)/(1 + e) with e = e^−2|z|.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes two = TLanes.Broadcast(2);
        TLanes minusOne = ExponentialLanes.MinusOne(-two * TLanes.Abs(z), out TLanes exponential);
        TLanes reciprocal = TLanes.Broadcast(1) / (two + minusOne);
        derivative = TLanes.Broadcast(4) * Logistic.Derivative(exponential * reciprocal);
        return TLanes.CopySign(minusOne * reciprocal, z);
    }
}
