using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Mish"/></summary>
public readonly struct Mish : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Mish).DerivativeBound;

    // With e = e^−|z|, tanh(ln(1 + eᶻ)) is the quotient (2e + 1)/(2e² + 2e + 1) above 0 and e(e + 2)/(e² + 2e + 2) below. Its derivative
    // is 4e²(1 + e) or 4e(1 + e), over the square of the denominator.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes two = TLanes.Broadcast(2);
        TLanes negative = TLanes.LessThan(z, TLanes.Broadcast(0));
        TLanes magnitude = TLanes.Min(TLanes.Broadcast(-ExponentialLanes.Lowest), TLanes.Abs(z));
        TLanes fraction = ExponentialLanes.Split(-magnitude, TLanes.Broadcast(0), out TLanes power, out TLanes scale);
        TLanes normal = TLanes.MultiplyAdd(power, fraction, power);
        TLanes exponential = normal * scale;
        scale = TLanes.Select(negative, scale, one);

        TLanes numerator = TLanes.Select(
            negative, TLanes.MultiplyAdd(normal, exponential, two * normal), TLanes.MultiplyAdd(two, exponential, one));
        TLanes denominator = TLanes.Select(
            negative, TLanes.MultiplyAdd(numerator, scale, two), TLanes.MultiplyAdd(two * exponential, exponential, numerator));
        TLanes reciprocal = one / denominator;

        TLanes factor = TLanes.Select(negative, exponential, exponential * exponential);
        TLanes slope = two * reciprocal;
        slope = slope * slope * (one + exponential) * factor;
        derivative = TLanes.MultiplyAdd(TLanes.CopySign(magnitude, z), slope, numerator * reciprocal * scale);
        return TLanes.Select(negative, -magnitude, z) * numerator / denominator * scale;
    }
}
