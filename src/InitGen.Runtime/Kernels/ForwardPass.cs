using System;
using InitGen.Kernels.Matrices;
using InitGen.Statistics;

namespace InitGen.Kernels;

/// <summary>A block of rows on its way through the layers of a network, from the input to the output.</summary>
public unsafe ref struct ForwardPass
{
    private readonly Workspace _workspace = Workspace.OfThread;
    private readonly bool _isRecorded;
    private float* _recordedActivations;
    private float* _recordedDerivatives;
    private int _next;

    /// <summary>A block at the input of a network, to be taken through its layers.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    internal ForwardPass(ReadOnlySpan<LayerInfo> layers, float* parameters, Matrix inputs)
    {
        Layers = layers;
        Parameters = parameters;
        Signal = inputs;
    }

    /// <summary>A block whose signal is measured at each layer.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="statistics">One for each layer; added to.</param>
    /// <param name="units">One for each unit of each layer; added to.</param>
    /// <param name="measuredRows">How many rows were measured before.</param>
    internal ForwardPass(
        ReadOnlySpan<LayerInfo> layers,
        float* parameters,
        Matrix inputs,
        Span<LayerStatistics> statistics,
        UnitMeasurement* units,
        long measuredRows)
        : this(layers, parameters, inputs)
    {
        Statistics = statistics;
        Units = units;
        MeasuredRows = measuredRows;
    }

    /// <summary>A block whose activations and derivatives are kept for the way back, one layer after the other.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="activations">φ(z), padded rows; written.</param>
    /// <param name="derivatives">φ'(z), padded rows; written.</param>
    internal ForwardPass(ReadOnlySpan<LayerInfo> layers, float* parameters, Matrix inputs, float* activations, float* derivatives)
        : this(layers, parameters, inputs)
    {
        _isRecorded = true;
        _recordedActivations = activations;
        _recordedDerivatives = derivatives;
    }

    /// <summary>The layers of the network.</summary>
    internal ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>The parameters of the network.</summary>
    internal float* Parameters { get; }

    /// <summary>What the next layer gets: the inputs of the network, then the activations of each layer.</summary>
    internal Matrix Signal { get; private set; }

    /// <summary>What is measured of each layer; empty where nothing is.</summary>
    internal Span<LayerStatistics> Statistics { get; }

    /// <summary>What is measured of the units of the next layer, and of those behind it; null where nothing is.</summary>
    internal UnitMeasurement* Units { get; private set; }

    /// <summary>How many rows were measured before this block.</summary>
    internal long MeasuredRows { get; }

    /// <summary>What is known of the next layer.</summary>
    /// <param name="layer">Its index, as the caller has it.</param>
    /// <exception cref="InvalidOperationException">It is not the next one.</exception>
    internal readonly ref readonly LayerInfo Next(int layer)
    {
        if (layer != _next)
        {
            throw new InvalidOperationException($"Layer {layer} was run forward where layer {_next} comes next.");
        }

        return ref Layers[layer];
    }

    /// <summary>Checks that all layers were run.</summary>
    /// <exception cref="InvalidOperationException">Some were not.</exception>
    internal readonly void RequireEnd()
    {
        if (_next != Layers.Length)
        {
            throw new InvalidOperationException($"{_next} of {Layers.Length} layers were run forward.");
        }
    }

    /// <summary>Where the next layer writes its activations, other memory than that of the signal.</summary>
    /// <param name="units">Its number of units.</param>
    internal readonly Matrix Activations(int units)
    {
        int stride = RowLayout.Stride(units);
        if (_isRecorded)
        {
            return new Matrix(_recordedActivations, Signal.Rows, units, stride);
        }

        // Two buffers take turns.
        AlignedBuffer<float> buffer = _workspace.Activations.Start == Signal.Data ? _workspace.OtherActivations : _workspace.Activations;
        return new Matrix(buffer.Reserve((long)Signal.Rows * stride), Signal.Rows, units, stride);
    }

    /// <summary>Where the next layer writes its derivatives; without data where they are not recorded.</summary>
    /// <param name="units">Its number of units.</param>
    internal readonly Matrix Derivatives(int units) => new(_recordedDerivatives, Signal.Rows, units, RowLayout.Stride(units));

    /// <summary>Goes on to the next layer.</summary>
    /// <param name="activations">The activations of this one.</param>
    internal void Advance(Matrix activations)
    {
        _next++;
        Signal = activations;
        if (_isRecorded)
        {
            _recordedActivations += activations.Rows * activations.RowStride;
            _recordedDerivatives += activations.Rows * activations.RowStride;
        }

        if (Units != null)
        {
            Units += activations.Columns;
        }
    }
}
