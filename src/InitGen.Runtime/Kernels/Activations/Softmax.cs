using System;
using System.Runtime.CompilerServices;
using InitGen.Activations;
using InitGen.Kernels.Mathematics;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels;

/// <summary><inheritdoc cref="Activation.Softmax"/> As a function of one unit it is the identity; the exponentials and their sum are
/// taken over a row.</summary>
public readonly struct Softmax : IActivationOperator
{
    double IActivationOperator.DerivativeBound => ActivationFunction.Of(Activation.Softmax).DerivativeBound;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLanes IActivationOperator.Evaluate<TLanes>(TLanes z, out TLanes derivative)
    {
        derivative = TLanes.Broadcast(1);
        return z;
    }

    /// <summary>exp(zᵢ − max z)/Σⱼ exp(zⱼ − max z), which does not overflow.</summary>
    static void IActivationOperator.NormalizeRow(Span<float> activations)
    {
        float largest = float.NegativeInfinity;
        foreach (float logit in activations)
        {
            largest = Math.Max(largest, logit);
        }

        double sum = 0;
        foreach (ref float logit in activations)
        {
            logit = ExponentialLanes.OfNonPositive(new Lanes1(logit - largest)).Value;
            sum += logit;
        }

        foreach (ref float output in activations)
        {
            output = (float)(output / sum);
        }
    }

    /// <summary>dL/dzᵢ = yᵢ·(gᵢ − Σⱼ gⱼ·yⱼ).</summary>
    static void IActivationOperator.NormalizeRowGradient(ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        double product = 0;
        for (int unit = 0; unit < outputs.Length; unit++)
        {
            product += (double)gradients[unit] * outputs[unit];
        }

        for (int unit = 0; unit < outputs.Length; unit++)
        {
            gradients[unit] = (float)(outputs[unit] * (gradients[unit] - product));
        }
    }
}
