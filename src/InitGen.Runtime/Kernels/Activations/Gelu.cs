using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Gelu"/></summary>
public readonly struct Gelu : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Gelu).DerivativeBound;

    // zΦ(z) = max(z, 0) − |z|Φ(−|z|): nothing cancels, in the far tail either.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        TLanes distance = TLanes.Min(TLanes.Broadcast(NormalLanes.Farthest), TLanes.Abs(z));
        TLanes tail = NormalLanes.Tail(distance, out TLanes product, out TLanes density);
        TLanes probability = TLanes.Select(TLanes.LessThan(z, zero), tail, TLanes.Broadcast(1) - tail);
        derivative = TLanes.MultiplyAdd(TLanes.CopySign(distance, z), density, probability);
        return TLanes.Max(zero, z) - product;
    }
}
