using System.Runtime.CompilerServices;
using InitGen.Activations;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Relu6"/></summary>
public readonly struct Relu6 : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Relu6).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        TLanes six = TLanes.Broadcast(6);
        TLanes cut = TLanes.Min(six, TLanes.Max(zero, z));
        TLanes below = TLanes.Select(TLanes.LessThan(cut, six), TLanes.Broadcast(1), zero);
        derivative = TLanes.Select(TLanes.LessThan(zero, cut), below, zero);
        return cut;
    }
}
