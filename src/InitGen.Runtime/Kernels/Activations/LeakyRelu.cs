using System;
using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.LeakyRelu"/></summary>
/// <param name="slope">The slope below 0.</param>
public readonly struct LeakyRelu(float slope) : IActivationOperator
{
    /// <summary>The slope below 0.</summary>
    public float Slope => slope;

    // As LeakyReluFunction has it, which would have to be allocated for the slope.
    double IActivationOperator.DerivativeBound => Math.Max(1, Math.Abs(slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        derivative = TLanes.Select(TLanes.LessThan(TLanes.Broadcast(0), z), TLanes.Broadcast(1), TLanes.Broadcast(slope));
        return derivative * z;
    }
}
