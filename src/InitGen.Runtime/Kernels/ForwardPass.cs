using System;
using InitGen.Kernels.Matrices;
using InitGen.Statistics;

namespace InitGen.Kernels;

/// <summary>A block of rows on its way through the layers of a network, from the input to the output.</summary>
public unsafe ref struct ForwardPass
{
    private readonly Workspace _workspace = Workspace.OfThread;
    private readonly PassPlan _plan;
    private readonly Matrix _inputs;
    private readonly float* _recordedActivations;
    private readonly float* _recordedDerivatives;
    private int _next;

    /// <summary>A block at the input of a network, to be taken through its layers.</summary>
    /// <param name="plan">How.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    internal ForwardPass(PassPlan plan, ReadOnlySpan<LayerInfo> layers, float* parameters, Matrix inputs)
    {
        _plan = plan;
        _inputs = inputs;
        Layers = layers;
        Parameters = parameters;
    }

    /// <summary>A block whose signal is measured at each layer.</summary>
    /// <param name="plan">How it goes through the layers.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="statistics">One for each layer; added to.</param>
    /// <param name="units">One for each unit of each layer; added to.</param>
    internal ForwardPass(
        PassPlan plan,
        ReadOnlySpan<LayerInfo> layers,
        float* parameters,
        Matrix inputs,
        Span<LayerStatistics> statistics,
        UnitMeasurement* units)
        : this(plan, layers, parameters, inputs)
    {
        Statistics = statistics;
        Units = units;
    }

    /// <summary>A block whose activations and derivatives are kept for the way back, one layer after the other.</summary>
    /// <param name="plan">How it goes through the layers.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <param name="inputs">The inputs, [rows x InputSize].</param>
    /// <param name="activations">φ(z), padded rows; written.</param>
    /// <param name="derivatives">φ'(z), padded rows; written.</param>
    internal ForwardPass(
        PassPlan plan, ReadOnlySpan<LayerInfo> layers, float* parameters, Matrix inputs, float* activations, float* derivatives)
        : this(plan, layers, parameters, inputs)
    {
        _recordedActivations = activations;
        _recordedDerivatives = derivatives;
    }

    /// <summary>The layers of the network.</summary>
    internal ReadOnlySpan<LayerInfo> Layers { get; }

    /// <summary>The parameters of the network.</summary>
    internal float* Parameters { get; }

    /// <summary>The state of the network; null where the pass does not ask for it.</summary>
    internal float* State { get; init; }

    /// <summary>Whether the pass is one of inference, which goes by the state; else it is one of training.</summary>
    internal bool IsInference { get; init; }

    /// <summary>The number of rows.</summary>
    internal readonly int Rows => _inputs.Rows;

    /// <summary>Where the layer writes what it puts out, [rows x values], other memory than what comes in.</summary>
    internal readonly Matrix Output => OutputOf(_next);

    /// <summary>Where the layer writes its derivatives; without data where they are not recorded.</summary>
    internal readonly Matrix Derivatives => InRecord(_recordedDerivatives, _next);

    /// <summary>What the layer that was run last put out.</summary>
    internal readonly Matrix LastOutput => OutputOf(_next - 1);

    /// <summary>What is measured of each layer; empty where nothing is.</summary>
    internal Span<LayerStatistics> Statistics { get; }

    /// <summary>What is measured of the units of the next layer, and of those behind it; null where nothing is.</summary>
    internal UnitMeasurement* Units { get; private set; }

    /// <summary>The number of the first row in the batch; in all batches, where several are measured as one.</summary>
    internal long FirstRow { get; init; }

    /// <summary>The step of the network: what drops values drops the same ones in each pass of a step.</summary>
    internal ulong Step { get; init; }

    /// <summary>What comes into the layer, [rows x values].</summary>
    /// <param name="input">Which of them.</param>
    internal readonly Matrix Input(int input = 0) => _plan.From(_next)[input] is >= 0 and var source ? OutputOf(source) : _inputs;

    /// <summary>What is known of the next layer.</summary>
    /// <param name="layer">Its index, as the caller has it.</param>
    /// <exception cref="InvalidOperationException">It is not the next one.</exception>
    internal readonly LayerInfo Next(int layer)
    {
        if (layer != _next || layer >= Layers.Length)
        {
            throw new InvalidOperationException($"Layer {layer} was run forward where layer {_next} comes next.");
        }

        return Layers[layer];
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

    /// <summary>Goes on to the next layer.</summary>
    internal void Advance()
    {
        if (Units != null)
        {
            Units += Layers[_next].Units;
        }

        _next++;
    }

    private readonly Matrix OutputOf(int layer)
    {
        if (_recordedActivations != null)
        {
            return InRecord(_recordedActivations, layer);
        }

        int values = (int)Layers[layer].Output.Size;
        int stride = RowLayout.Stride(values);
        return new Matrix(_workspace.Slot(_plan.Slot(layer)).Reserve((long)Rows * stride), Rows, values, stride);
    }

    private readonly Matrix InRecord(float* record, int layer)
    {
        int values = (int)Layers[layer].Output.Size;
        return new Matrix(record == null ? null : record + (Rows * _plan.RecordOffset(layer)), Rows, values, RowLayout.Stride(values));
    }
}
