using System.Runtime.CompilerServices;
using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Relu"/></summary>
public readonly struct Relu : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Relu).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        derivative = TLanes.Select(TLanes.LessThan(zero, z), TLanes.Broadcast(1), zero);
        return TLanes.Max(zero, z);
    }
}
