using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>The gradients of a block of rows on their way back through the layers of a network, from the output to the input. When a layer's
/// turn comes, all that read it have had theirs, so that the gradient of what it put out is complete.</summary>
public unsafe ref struct BackwardPass
{
    private readonly Workspace _workspace = Workspace.OfThread;
    private readonly PassPlan _plan;
    private readonly Matrix _inputs;
    private readonly Matrix _outputGradients;
    private readonly Matrix _inputGradients;
    private readonly float* _recordedActivations;
    private readonly float* _recordedDerivatives;
    private int _layer;

    /// <summary>A block at the output of a network, whose activations and derivatives were recorded on the way there.</summary>
    /// <param name="plan">How it goes through the layers.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="outputGradients">dL/doutput, [rows x OutputSize].</param>
    /// <param name="activations">The record of the activations.</param>
    /// <param name="derivatives">The record of the derivatives.</param>
    /// <param name="parameterGradients">dL/dparameter.</param>
    /// <param name="isAdded">Whether they are added to what stands there; else they take its place.</param>
    /// <param name="statistics">One for each layer, added to; empty where nothing is measured.</param>
    /// <param name="inputGradients">dL/dinput, [rows x InputSize], written; without data where nobody asks for it.</param>
    internal BackwardPass(
        PassPlan plan,
        ReadOnlySpan<LayerInfo> layers,
        float* parameters,
        Matrix inputs,
        Matrix outputGradients,
        float* activations,
        float* derivatives,
        Span<float> parameterGradients,
        bool isAdded,
        Span<GradientStatistics> statistics,
        Matrix inputGradients)
    {
        _inputGradients = inputGradients;
        _plan = plan;
        _layer = layers.Length;
        Layers = layers;
        Parameters = parameters;
        _inputs = inputs;
        _outputGradients = outputGradients;
        _recordedActivations = activations;
        _recordedDerivatives = derivatives;
        ParameterGradients = parameterGradients;
        IsAdded = isAdded;
        Statistics = statistics;
    }

    /// <summary>The layers of the network.</summary>
    internal ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>The parameters of the network.</summary>
    internal float* Parameters { get; }

    /// <summary>dL/dparameter, summed over the rows of all blocks so far.</summary>
    internal Span<float> ParameterGradients { get; }

    /// <summary>Whether those of this block are added to the sums; else they are the first.</summary>
    internal bool IsAdded { get; }

    /// <summary>The number of the first row in the batch, as the forward pass had it.</summary>
    internal long FirstRow { get; init; }

    /// <summary>The step of the network, as the forward pass had it.</summary>
    internal ulong Step { get; init; }

    /// <summary>What is measured of each layer; empty where nothing is.</summary>
    internal Span<GradientStatistics> Statistics { get; }

    /// <summary>What the layer put out, [rows x values].</summary>
    internal readonly Matrix Output => InRecord(_recordedActivations, _layer);

    /// <summary>The derivatives of its activation function, [rows x values].</summary>
    internal readonly Matrix Derivatives => InRecord(_recordedDerivatives, _layer);

    /// <summary>The gradient of what the layer put out, [rows x values].</summary>
    internal readonly Matrix OutputGradient => GradientOf(_layer);

    /// <summary>Where the layer writes the gradient of its pre-activations, [rows x values].</summary>
    internal readonly Matrix PreActivationGradient => InBuffer(_workspace.PreActivationGradients, _layer);

    /// <summary>What came into the layer, [rows x values].</summary>
    /// <param name="input">Which of them.</param>
    internal readonly Matrix Input(int input = 0) =>
        _plan.From(_layer)[input] is >= 0 and var source ? InRecord(_recordedActivations, source) : _inputs;

    /// <summary>Where the layer writes the gradient of what came in, [rows x values]; without data where nobody asks for it. That of the layer's
    /// own output may stand there: it is no longer needed when that of the pre-activations is made.</summary>
    /// <param name="input">Which of them.</param>
    /// <param name="isAdded">Whether it is added to what other layers have written there.</param>
    internal readonly Matrix InputGradient(int input, out bool isAdded)
    {
        int source = _plan.From(_layer)[input];
        isAdded = !_plan.IsFirstGradient(_layer, input);
        return source >= 0 ? GradientOf(source) : _inputGradients;
    }

    /// <summary>Goes back to a layer, the last one first.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns>What is known of it.</returns>
    /// <exception cref="InvalidOperationException">It is not the one whose turn it is.</exception>
    internal LayerInfo StepBack(int layer)
    {
        if (layer != _layer - 1 || layer < 0)
        {
            throw new InvalidOperationException($"Layer {layer} was run backward where layer {_layer - 1} comes next.");
        }

        _layer--;
        return Layers[layer];
    }

    /// <summary>Checks that all layers were run.</summary>
    /// <exception cref="InvalidOperationException">Some were not.</exception>
    internal readonly void RequireEnd()
    {
        if (_layer != 0)
        {
            throw new InvalidOperationException($"{Layers.Length - _layer} of {Layers.Length} layers were run backward.");
        }
    }

    private readonly Matrix GradientOf(int layer) =>
        _plan.GradientSlot(layer) is >= 0 and var slot ? InBuffer(_workspace.GradientSlot(slot), layer) : _outputGradients;

    private readonly Matrix InBuffer(AlignedBuffer<float> buffer, int layer)
    {
        int values = (int)Layers[layer].Output.Size;
        int stride = RowLayout.Stride(values);
        return new Matrix(buffer.Reserve((long)_inputs.Rows * stride), _inputs.Rows, values, stride);
    }

    private readonly Matrix InRecord(float* record, int layer)
    {
        int values = (int)Layers[layer].Output.Size;
        return new Matrix(record + (_inputs.Rows * _plan.RecordOffset(layer)), _inputs.Rows, values, RowLayout.Stride(values));
    }
}
