using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Silu"/></summary>
public readonly struct Silu : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Silu).DerivativeBound;

    // zσ(z) is z·e/(1 + e) below 0 and z/(1 + e) above, with e = e^−|z|; its derivative is σ + zσ'.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes negative = TLanes.LessThan(z, TLanes.Broadcast(0));
        TLanes magnitude = TLanes.Min(TLanes.Broadcast(-ExponentialLanes.Lowest), TLanes.Abs(z));
        TLanes fraction = ExponentialLanes.Split(-magnitude, TLanes.Broadcast(0), out TLanes power, out TLanes scale);
        TLanes exponential = TLanes.MultiplyAdd(power, fraction, power) * scale;
        TLanes reciprocal = one / (one + exponential);
        TLanes tail = exponential * reciprocal;
        derivative = TLanes.MultiplyAdd(
            TLanes.CopySign(magnitude, z), Logistic.Derivative(tail), TLanes.Select(negative, tail, reciprocal));

        TLanes factor = -magnitude * reciprocal;
        return TLanes.Select(negative, TLanes.MultiplyAdd(factor, fraction, factor) * power * scale, z * reciprocal);
    }
}
