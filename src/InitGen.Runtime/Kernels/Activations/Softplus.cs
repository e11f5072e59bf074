using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Softplus"/></summary>
public readonly struct Softplus : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Softplus).DerivativeBound;

    // ln(1 + eᶻ) = max(z, 0) + ln(1 + e^−|z|), whose derivative is the logistic function.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        derivative = Logistic.Evaluate(z, out _);
        TLanes exponential = ExponentialLanes.OfNonPositive(-TLanes.Abs(z));
        return TLanes.Max(TLanes.Broadcast(0), z) + Logarithm.OfOnePlus(exponential);
    }
}
