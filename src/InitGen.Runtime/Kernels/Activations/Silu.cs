using System.Runtime.CompilerServices;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Silu"/></summary>
public readonly struct Silu : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1.09983932f; // where z·tanh(z/2) = 2

    // σ(z) = e/(1 + e) below 0 and 1/(1 + e) above, with e = e^−|z|; φ'(z) = σ + zσ(1 − σ).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes negative = TLanes.LessThan(z, TLanes.Broadcast(0));
        TLanes magnitude = TLanes.Min(TLanes.Broadcast(-Exponential.Lowest), TLanes.Abs(z));
        TLanes normal = Exponential.OfNonPositive(-magnitude, out TLanes scale);
        TLanes exponential = normal * scale;
        TLanes reciprocal = one / (one + exponential);
        TLanes logistic = TLanes.Select(negative, exponential, one) * reciprocal;
        derivative = TLanes.MultiplyAdd(TLanes.CopySign(magnitude, z) * reciprocal, exponential * reciprocal, logistic);
        return TLanes.Select(negative, -magnitude * normal * reciprocal * scale, z * reciprocal);
    }
}
