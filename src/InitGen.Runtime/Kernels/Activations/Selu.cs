using System.Runtime.CompilerServices;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Selu"/></summary>
public readonly struct Selu : IActivationOperator
{
    private const float Lambda = 1.0507009873554805f;
    private const float LambdaAlpha = 1.7580993408473766f;

    float IActivationOperator.LargestDerivative => LambdaAlpha;

    static float IActivationOperator.Infimum => -LambdaAlpha;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        TLanes positive = TLanes.LessThan(zero, z);
        TLanes exponentialMinusOne = Exponential.MinusOne(TLanes.Min(zero, z), out TLanes exponential);
        TLanes factor = TLanes.Select(positive, TLanes.Broadcast(Lambda), TLanes.Broadcast(LambdaAlpha));
        derivative = factor * TLanes.Select(positive, TLanes.Broadcast(1), exponential);
        return factor * TLanes.Select(positive, z, exponentialMinusOne);
    }
}
