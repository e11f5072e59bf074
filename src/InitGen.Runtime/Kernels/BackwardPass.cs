using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>The gradients of a block of rows on their way back through the layers of a network, from the output to the input.</summary>
public unsafe ref struct BackwardPass
{
    private readonly Workspace _workspace = Workspace.OfThread;
    private readonly Matrix _inputs;
    private float* _recordedActivations;
    private float* _recordedDerivatives;
    private int _left;

    /// <summary>A block at the output of a network, whose activations and derivatives were recorded on the way there.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="outputGradients">dL/doutput, [rows x OutputSize].</param>
    /// <param name="activationsEnd">Where the record of the activations ends.</param>
    /// <param name="derivativesEnd">Where the record of the derivatives ends.</param>
    /// <param name="parameterGradients">dL/dparameter.</param>
    /// <param name="isAdded">Whether they are added to what stands there; else they take its place.</param>
    /// <param name="statistics">One for each layer, added to; empty where nothing is measured.</param>
    internal BackwardPass(
        ReadOnlySpan<LayerInfo> layers,
        float* parameters,
        Matrix inputs,
        Matrix outputGradients,
        float* activationsEnd,
        float* derivativesEnd,
        Span<float> parameterGradients,
        bool isAdded,
        Span<GradientStatistics> statistics)
    {
        _left = layers.Length;
        Layers = layers;
        Parameters = parameters;
        _inputs = inputs;
        ActivationGradients = outputGradients;
        _recordedActivations = activationsEnd;
        _recordedDerivatives = derivativesEnd;
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

    /// <summary>What is measured of each layer; empty where nothing is.</summary>
    internal Span<GradientStatistics> Statistics { get; }

    /// <summary>The gradient of what the next layer on the way back put out.</summary>
    internal Matrix ActivationGradients { get; private set; }

    /// <summary>Goes back to a layer, the last one first.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns>What is on record of it.</returns>
    /// <exception cref="InvalidOperationException">It is not the one whose turn it is.</exception>
    internal LayerRecord StepBack(int layer)
    {
        if (layer != _left - 1)
        {
            throw new InvalidOperationException($"Layer {layer} was run backward where layer {_left - 1} comes next.");
        }

        _left--;
        int rows = _inputs.Rows;
        int units = Layers[layer].Units;
        nint size = (nint)rows * RowLayout.Stride(units);
        _recordedActivations -= size;
        _recordedDerivatives -= size;

        Matrix signal = _inputs;
        if (layer > 0)
        {
            int inputs = Layers[layer].Inputs;
            int stride = RowLayout.Stride(inputs);
            signal = new Matrix(_recordedActivations - ((nint)rows * stride), rows, inputs, stride);
        }

        return new LayerRecord(
            signal,
            new Matrix(_recordedActivations, rows, units, RowLayout.Stride(units)),
            new Matrix(_recordedDerivatives, rows, units, RowLayout.Stride(units)));
    }

    /// <summary>Checks that all layers were run.</summary>
    /// <exception cref="InvalidOperationException">Some were not.</exception>
    internal readonly void RequireEnd()
    {
        if (_left != 0)
        {
            throw new InvalidOperationException($"{Layers.Length - _left} of {Layers.Length} layers were run backward.");
        }
    }

    /// <summary>Where the layer writes the gradients of its pre-activations.</summary>
    /// <param name="units">Its number of units.</param>
    internal readonly Matrix PreActivationGradients(int units) => InBuffer(_workspace.PreActivationGradients, units);

    /// <summary>Where the layer writes the gradients of its inputs, which those of its outputs are no longer needed for.</summary>
    /// <param name="inputs">Its number of inputs.</param>
    internal Matrix InputGradients(int inputs) => ActivationGradients = InBuffer(_workspace.ActivationGradients, inputs);

    private readonly Matrix InBuffer(AlignedBuffer<float> buffer, int columns)
    {
        int stride = RowLayout.Stride(columns);
        return new Matrix(buffer.Reserve((long)_inputs.Rows * stride), _inputs.Rows, columns, stride);
    }
}
