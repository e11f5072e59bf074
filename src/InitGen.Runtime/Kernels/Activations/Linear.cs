using System.Runtime.CompilerServices;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Linear"/></summary>
public readonly struct Linear : IActivationOperator
{
    float IActivationOperator.LargestDerivative => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        derivative = TLanes.Broadcast(1);
        return z;
    }
}
