using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Softsign"/></summary>
public readonly struct Softsign : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1;

    static float IActivationOperator.Infimum => -1;

    static float IActivationOperator.Supremum => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes magnitude = TLanes.Abs(z);
        TLanes reciprocal = one / (one + magnitude);
        derivative = reciprocal * reciprocal;

        // From 2²⁶ on the quotient is 1, also where infinity over infinity is not.
        TLanes bounded = TLanes.Min(TLanes.Broadcast(1 << 26), magnitude);
        return TLanes.CopySign(bounded / (one + bounded), z);
    }
}
