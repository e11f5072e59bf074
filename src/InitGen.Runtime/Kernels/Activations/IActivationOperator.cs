using System;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary>An activation function as the kernels apply it. A new one is one such struct, with the name that
/// <see cref="Activation"/> gives it.</summary>
public interface IActivationOperator
{
    /// <summary>The activation φ(z) and its derivative φ'(z), each within 4 units in the last place of the exact value (activations: 2
    /// where no exponential is involved). Activations underflow gradually; derivatives below 4e-38 may be 0. Derivatives of GELU in
    /// both its forms, SiLU and Mish cross 0, where their terms cancel: those below 0.5 are within 4 units in the last place of 0.5, 1.2e-7.
    /// NaN yields NaN. A
    /// caller that ignores the derivative does not pay for it.</summary>
    /// <typeparam name="TLanes">The width.</typeparam>
    /// <param name="z">The pre-activation.</param>
    /// <param name="derivative">φ'(z).</param>
    internal TLanes Evaluate<TLanes>(TLanes z, out TLanes derivative)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>sup|φ'|.</summary>
    internal double DerivativeBound { get; }

    /// <summary>What follows φ and couples the units of a row; nothing but for <see cref="Softmax"/>.</summary>
    /// <param name="activations">φ(z) of one row; overwritten by the outputs.</param>
    internal static virtual void NormalizeRow(Span<float> activations)
    {
    }

    /// <summary>The gradient through <see cref="NormalizeRow"/>.</summary>
    /// <param name="outputs">The outputs of one row.</param>
    /// <param name="gradients">dL/doutput; overwritten by dL/dφ(z).</param>
    internal static virtual void NormalizeRowGradient(ReadOnlySpan<float> outputs, Span<float> gradients)
    {
    }
}
