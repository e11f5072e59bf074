using System.Runtime.CompilerServices;
using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.HardSwish"/></summary>
public readonly struct HardSwish : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.HardSwish).DerivativeBound;

    // The slope in the middle, (2z + 3)/6, is rounded once where it crosses 0. Below −3 it is −3 that the gate shuts out, as minus infinity
    // times 0 were NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes three = TLanes.Broadcast(3);
        TLanes slope = TLanes.MultiplyAdd(TLanes.Broadcast(2), z, three) / TLanes.Broadcast(6);
        slope = TLanes.Select(TLanes.LessThan(z, three), slope, TLanes.Broadcast(1));
        derivative = TLanes.Select(TLanes.LessThan(-three, z), slope, TLanes.Broadcast(0));
        return TLanes.Max(-three, z) * HardSigmoid.Gate(z);
    }
}
