using System;
using System.Collections.Generic;
using InitGen.Kernels.Matrices;
using InitGen.Statistics;

namespace InitGen.Kernels;

/// <summary>The scratch memory of the passes that a thread runs, kept from one to the next.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _ofThread;

    private readonly List<AlignedBuffer<float>> _slots = [];
    private readonly List<AlignedBuffer<float>> _gradientSlots = [];

    /// <summary>This thread's.</summary>
    public static Workspace OfThread => _ofThread ??= new();

    /// <summary>What the threads of a loop work in.</summary>
    public AlignedBuffer<float> Scratch { get; } = new();

    /// <summary>What is measured of the signal of each part of a layer for a block of rows.</summary>
    public AlignedBuffer<LayerStatistics> PartStatistics { get; } = new();

    /// <summary>What is measured of the gradients of each part.</summary>
    public AlignedBuffer<GradientStatistics> PartGradients { get; } = new();

    /// <summary>The units of each part of a layer that passed a gradient on some row of a block.</summary>
    public AlignedBuffer<int> PartActiveUnits { get; } = new();

    /// <summary>The means of the units' activations over the rows of each part.</summary>
    public AlignedBuffer<double> PartMeans { get; } = new();

    /// <summary>The activations of all layers for a block of rows, where they are recorded.</summary>
    public AlignedBuffer<float> Activations { get; } = new();

    /// <summary>The derivatives φ' of all layers for a block of rows.</summary>
    public AlignedBuffer<float> Derivatives { get; } = new();

    /// <summary>dL/dz of a layer for a block of rows.</summary>
    public AlignedBuffer<float> PreActivationGradients { get; } = new();

    /// <summary>dL/dparameter, where only its statistics are asked for.</summary>
    public AlignedBuffer<float> ParameterGradients { get; } = new();

    /// <summary>Weights or gradients in the order in which a convolution's products read them.</summary>
    public AlignedBuffer<float> Transposed { get; } = new();

    /// <summary>Where the maxima of pooling windows stand.</summary>
    public AlignedBuffer<int> Winners { get; } = new();

    /// <summary>The statistics of what is normalized together.</summary>
    public AlignedBuffer<double> Norms { get; } = new();

    /// <summary>Sums of gradients for each channel of each row.</summary>
    public AlignedBuffer<double> Sums { get; } = new();

    /// <summary>What is measured of the units of all layers.</summary>
    public AlignedBuffer<UnitMeasurement> Units { get; } = new();

    /// <summary>What is random in the reflections of an orthogonal matrix, and room to apply them.</summary>
    public AlignedBuffer<float> Reflections { get; } = new();

    /// <summary>The activations of some layers for a block of rows, one at a time.</summary>
    /// <param name="slot">Which of such buffers.</param>
    public AlignedBuffer<float> Slot(int slot) => In(_slots, slot);

    /// <summary>dL/dy of some layers for a block of rows, one at a time.</summary>
    /// <param name="slot">Which of such buffers.</param>
    public AlignedBuffer<float> GradientSlot(int slot) => In(_gradientSlots, slot);

    /// <summary>Where the gradients of each part of a layer are measured, nothing measured yet.</summary>
    /// <param name="parts">The number of parts.</param>
    public unsafe Span<GradientStatistics> PartGradientStatistics(int parts)
    {
        var statistics = new Span<GradientStatistics>(PartGradients.Reserve(parts), parts);
        statistics.Clear();
        return statistics;
    }

    private static AlignedBuffer<float> In(List<AlignedBuffer<float>> buffers, int slot)
    {
        while (buffers.Count <= slot)
        {
            buffers.Add(new());
        }

        return buffers[slot];
    }
}
