using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.HardSigmoid"/></summary>
public readonly struct HardSigmoid : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.HardSigmoid).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes isBetween = TLanes.LessThan(TLanes.Abs(z), TLanes.Broadcast(3));
        derivative = TLanes.Select(isBetween, TLanes.Broadcast(1f / 6), TLanes.Broadcast(0));
        return Gate(z);
    }

    /// <summary>φ(z): below 0 the sum is exact where the result is small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Gate<TLanes>(TLanes z)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes six = TLanes.Broadcast(6);
        return TLanes.Min(six, TLanes.Max(TLanes.Broadcast(0), z + TLanes.Broadcast(3))) / six;
    }
}
