using System.Runtime.CompilerServices;
using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Softsign"/></summary>
public readonly struct Softsign : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Softsign).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        TLanes magnitude = TLanes.Abs(z);
        TLanes sum = one + magnitude;
        derivative = one / (sum * sum);

        // From 2²⁶ on the quotient is 1, also where infinity over infinity is not.
        TLanes bounded = TLanes.Min(TLanes.Broadcast(1 << 26), magnitude);
        return TLanes.CopySign(bounded / (one + bounded), z);
    }
}
