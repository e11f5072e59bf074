using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Elu"/></summary>
public readonly struct Elu : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Elu).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        TLanes positive = TLanes.LessThan(zero, z);
        TLanes exponentialMinusOne = ExponentialLanes.MinusOne(TLanes.Min(zero, z), out TLanes exponential);
        derivative = TLanes.Select(positive, TLanes.Broadcast(1), exponential);
        return TLanes.Select(positive, z, exponentialMinusOne);
    }
}
