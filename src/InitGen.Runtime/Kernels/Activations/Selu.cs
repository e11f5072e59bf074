using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Selu"/></summary>
public readonly struct Selu : IActivationOperator
{
    private const float Lambda = (float)SeluFunction.Lambda;
    private const float LambdaAlpha = (float)(SeluFunction.Lambda * SeluFunction.Alpha);

    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Selu).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        TLanes zero = TLanes.Broadcast(0);
        TLanes positive = TLanes.LessThan(zero, z);
        TLanes exponentialMinusOne = ExponentialLanes.MinusOne(TLanes.Min(zero, z), out TLanes exponential);
        TLanes factor = TLanes.Select(positive, TLanes.Broadcast(Lambda), TLanes.Broadcast(LambdaAlpha));
        derivative = factor * TLanes.Select(positive, TLanes.Broadcast(1), exponential);
        return factor * TLanes.Select(positive, z, exponentialMinusOne);
    }
}
