using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>The scratch memory of the passes that a thread runs, kept from one to the next.</summary>
internal sealed class Workspace
{
    [ThreadStatic]
    private static Workspace? _ofThread;

    /// <summary>This thread's.</summary>
    public static Workspace OfThread => _ofThread ??= new();

    /// <summary>What the threads of a loop work in.</summary>
    public AlignedBuffer Scratch { get; } = new();

    /// <summary>What is measured of each part of a layer for a block of rows.</summary>
    public AlignedBuffer PartStatistics { get; } = new();

    /// <summary>The units of each part of a layer that passed a gradient on some row of a block.</summary>
    public AlignedBuffer PartActiveUnits { get; } = new();

    /// <summary>The activations of a layer for a block of rows; those of all layers where they are recorded.</summary>
    public AlignedBuffer Activations { get; } = new();

    /// <summary>The activations of every other layer for a block of rows.</summary>
    public AlignedBuffer OtherActivations { get; } = new();

    /// <summary>The derivatives φ' of all layers for a block of rows.</summary>
    public AlignedBuffer Derivatives { get; } = new();

    /// <summary>dL/dz of a layer for a block of rows.</summary>
    public AlignedBuffer PreActivationGradients { get; } = new();

    /// <summary>dL/dy of a layer for a block of rows.</summary>
    public AlignedBuffer ActivationGradients { get; } = new();

    /// <summary>dL/dparameter, where only its statistics are asked for.</summary>
    public AlignedBuffer ParameterGradients { get; } = new();

    /// <summary>The units, of all layers, that passed a gradient on some row.</summary>
    public AlignedBuffer ActiveUnits { get; } = new();

    /// <summary>Where the gradients of each part of a layer are measured, nothing measured yet.</summary>
    /// <param name="parts">The number of parts.</param>
    public unsafe Span<GradientStatistics> PartGradientStatistics(int parts)
    {
        float* memory = PartStatistics.Reserve((long)parts * sizeof(GradientStatistics) / sizeof(float));
        var statistics = new Span<GradientStatistics>(memory, parts);
        statistics.Clear();
        return statistics;
    }
}
