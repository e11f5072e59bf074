using System.Runtime.CompilerServices;
using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.HardTanh"/></summary>
public readonly struct HardTanh : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.HardTanh).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes one = TLanes.Broadcast(1);
        derivative = TLanes.Select(TLanes.LessThan(TLanes.Abs(z), one), one, TLanes.Broadcast(0));
        return TLanes.Min(one, TLanes.Max(-one, z));
    }
}
