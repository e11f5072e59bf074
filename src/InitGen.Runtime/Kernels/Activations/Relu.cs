using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Relu"/></summary>
public readonly struct Relu : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1;

    static float IActivationOperator.Infimum => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        derivative = TLanes.Select(TLanes.LessThan(zero, z), TLanes.Broadcast(1), zero);
        return TLanes.Max(zero, z);
    }
}
