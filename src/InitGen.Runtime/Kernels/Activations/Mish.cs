using System.Runtime.CompilerServices;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Mish"/></summary>
public readonly struct Mish : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1.08849953f; // near z = 1.49

    // With e = e^−|z|, tanh(ln(1 + eᶻ)) is the quotient (2e + 1)/(2e² + 2e + 1) above 0 and e(e + 2)/(e² + 2e + 2) below. Its derivative
    // is 4e²(1 + e) or 4e(1 + e), over the square of the denominator.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes two = TLanes.Broadcast(2);
        TLanes negative = TLanes.LessThan(z, TLanes.Broadcast(0));
        TLanes magnitude = TLanes.Min(TLanes.Broadcast(-Exponential.Lowest), TLanes.Abs(z));
        TLanes normal = Exponential.OfNonPositive(-magnitude, out TLanes scale);
        TLanes exponential = normal * scale;

        TLanes numerator = TLanes.Select(negative, exponential + two, TLanes.MultiplyAdd(two, exponential, one));
        TLanes denominator = TLanes.Select(
            negative,
            TLanes.MultiplyAdd(exponential, numerator, two),
            TLanes.MultiplyAdd(two * exponential, exponential, numerator));
        TLanes reciprocal = one / denominator;
        TLanes quotient = numerator * reciprocal;

        TLanes factor = TLanes.Select(negative, exponential, exponential * exponential);
        TLanes slope = two * reciprocal;
        slope = slope * slope * (one + exponential) * factor;
        derivative = TLanes.MultiplyAdd(
            TLanes.CopySign(magnitude, z), slope, TLanes.Select(negative, exponential, one) * quotient);
        return TLanes.Select(negative, -magnitude * normal * quotient * scale, z * quotient);
    }
}
