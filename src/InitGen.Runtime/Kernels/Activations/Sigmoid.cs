using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Sigmoid"/></summary>
public readonly struct Sigmoid : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Sigmoid).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative) =>
        Logistic.Evaluate(z, out derivative);
}
