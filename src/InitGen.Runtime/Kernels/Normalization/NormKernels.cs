using System;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Normalizations;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a normalization of any kind.</summary>
internal static unsafe class NormKernel
{
    /// <summary>Computes φ(γ·(x − mean)/√(variance + ε) + β).</summary>
    public static void Forward<TActivation>(
        ref ForwardPass pass, int layer, in NormalizationShape shape, bool isCentered, float epsilon, TActivation activation, float momentum = 0)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.Next(layer);
        float* scales = Find(info, ParameterRole.Scale) is { } scale ? pass.Parameters + scale.Offset : null;
        float* shifts = Find(info, ParameterRole.Shift) is { } shift ? pass.Parameters + shift.Offset : null;
        Span<double> statistics = Statistics(in shape, pass.Rows, out Span<double> inverses);
        bool hasState = shape.IsOverRows && pass.State != null;
        if (hasState && pass.IsInference)
        {
            ReadState(info, pass.State, epsilon, statistics, inverses);
            Normalization.Infer(in shape, pass.Input(), statistics, inverses, scales, shifts, pass.Output);
        }
        else
        {
            Normalization.Forward(in shape, pass.Input(), isCentered, epsilon, scales, shifts, pass.Output, statistics, inverses);
            if (hasState)
            {
                Follow(info, pass.State, epsilon, momentum, (double)pass.Rows * shape.Positions, statistics, inverses);
            }
        }

        Epilogue.Forward(ref pass, info, layer, activation);
    }

    /// <summary>Computes the gradients of the scales and shifts, and those of the inputs.</summary>
    public static void Backward<TActivation>(
        ref BackwardPass pass, int layer, in NormalizationShape shape, bool isCentered, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        LayerInfo info = pass.StepBack(layer);
        Matrix gradient = Epilogue.Backward(ref pass, layer, activation);
        Matrix input = pass.Input();

        float* scales = Find(info, ParameterRole.Scale) is { } scale ? pass.Parameters + scale.Offset : null;

        // Made again from what came in, which is on record.
        Span<double> means = Statistics(in shape, input.Rows, out Span<double> inverses);
        Normalization.Forward(in shape, input, isCentered, epsilon, null, null, default, means, inverses);
        Normalization.Backward(
            in shape,
            input,
            gradient,
            isCentered,
            means,
            inverses,
            scales,
            pass.InputGradient(0, out bool isInputAdded),
            isInputAdded,
            Find(info, ParameterRole.Scale) is null ? default : Find(info, ParameterRole.Scale)!.Of(pass.ParameterGradients),
            Find(info, ParameterRole.Shift) is null ? default : Find(info, ParameterRole.Shift)!.Of(pass.ParameterGradients),
            pass.IsAdded);
    }

    private static void ReadState(LayerInfo info, float* state, float epsilon, Span<double> means, Span<double> inverses)
    {
        (int mean, int variance) = StateOf(info);
        for (int unit = 0; unit < means.Length; unit++)
        {
            means[unit] = state[mean + unit];
            inverses[unit] = 1 / Math.Sqrt(state[variance + unit] + (double)epsilon);
        }
    }

    // As PyTorch does it: the variance of the batch is unbiased.
    private static void Follow(
        LayerInfo info, float* state, float epsilon, float momentum, double count, Span<double> means, Span<double> inverses)
    {
        (int mean, int variance) = StateOf(info);
        for (int unit = 0; unit < means.Length; unit++)
        {
            double ofBatch = Math.Max((1 / (inverses[unit] * inverses[unit])) - epsilon, 0) * (count / (count - 1));
            state[mean + unit] = (float)(((1 - momentum) * state[mean + unit]) + (momentum * means[unit]));
            state[variance + unit] = (float)(((1 - momentum) * state[variance + unit]) + (momentum * ofBatch));
        }
    }

    private static (int Mean, int Variance) StateOf(LayerInfo info)
    {
        int mean = -1;
        for (int i = 0; i < info.Parameters.Count; i++)
        {
            ParameterInfo parameter = info.Parameters[i];
            if (parameter.Role == ParameterRole.State && parameter.Count == info.Output.Units)
            {
                if (mean >= 0)
                {
                    return (mean, parameter.Offset);
                }

                mean = parameter.Offset;
            }
        }

        throw new InvalidOperationException(
            $"'{info.Name}' must have two parameters of state, a running mean and a running variance of {info.Output.Units} units.");
    }

    private static Span<double> Statistics(in NormalizationShape shape, int rows, out Span<double> inverses)
    {
        int sets = shape.Sets(rows);
        double* memory = Workspace.OfThread.Norms.Reserve(2L * sets);
        inverses = new Span<double>(memory + sets, sets);
        return new Span<double>(memory, sets);
    }

    private static ParameterInfo? Find(LayerInfo info, ParameterRole role)
    {
        for (int i = 0; i < info.Parameters.Count; i++)
        {
            ParameterInfo parameter = info.Parameters[i];
            if (parameter.Role == role)
            {
                return parameter.Count == info.Output.Units ? parameter : throw new InvalidOperationException(
                    $"The {parameter.Name} of '{info.Name}' are {parameter.Count}, but must be {info.Output.Units}, one for each unit.");
            }
        }

        return null;
    }
}

/// <summary>Takes a block of rows through a batch normalization: the whole batch, since rows meet.</summary>
public static class BatchNormKernel
{
    /// <summary>Normalizes, and applies φ.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="momentum">The share of a new batch in the running statistics.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, float epsilon, float momentum, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Forward(
            ref pass,
            layer,
            NormalizationShape.OfBatch(pass.Layers[layer].Output.Units, (int)pass.Layers[layer].Output.Positions),
            isCentered: true,
            epsilon,
            activation,
            momentum);

    /// <summary>Computes the gradients of the scales and shifts, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Backward(ref pass, layer, NormalizationShape.OfBatch(pass.Layers[layer].Output.Units, (int)pass.Layers[layer].Output.Positions), isCentered: true, epsilon, activation);
}

/// <summary>Takes a block of rows through a layer normalization.</summary>
public static class LayerNormKernel
{
    /// <summary>Normalizes, and applies φ.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Forward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, 1, 1), isCentered: true, epsilon, activation);

    /// <summary>Computes the gradients of the scales and shifts, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Backward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, 1, 1), isCentered: true, epsilon, activation);
}

/// <summary>Takes a block of rows through a division by the root of the mean square.</summary>
public static class RmsNormKernel
{
    /// <summary>Normalizes, and applies φ.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Forward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, 1, 1), isCentered: false, epsilon, activation);

    /// <summary>Computes the gradients of the scales and shifts, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Backward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, 1, 1), isCentered: false, epsilon, activation);
}

/// <summary>Takes a block of rows through a group normalization.</summary>
public static class GroupNormKernel
{
    /// <summary>Normalizes, and applies φ.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the next layer.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, int groups, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Forward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, (int)pass.Layers[layer].Output.Positions, groups), isCentered: true, epsilon, activation);

    /// <summary>Computes the gradients of the scales and shifts, and those of the inputs.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="pass">The block of rows; goes on to the layer before.</param>
    /// <param name="layer">The layer, an index into the network's layers.</param>
    /// <param name="groups">The number of groups of channels.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="activation">φ.</param>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, int groups, float epsilon, TActivation activation)
        where TActivation : struct, IActivationOperator =>
        NormKernel.Backward(ref pass, layer, NormalizationShape.OfGroups(pass.Layers[layer].Output.Units, (int)pass.Layers[layer].Output.Positions, groups), isCentered: true, epsilon, activation);
}
