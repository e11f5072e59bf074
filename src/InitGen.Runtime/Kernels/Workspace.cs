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

    /// <summary>The packed panel of a matrix product.</summary>
    public AlignedBuffer Panel { get; } = new();

    /// <summary>The last columns of a matrix product, where they are less than a panel.</summary>
    public AlignedBuffer ProductEdge { get; } = new();

    /// <summary>The pre-activations of a panel of units for a block of rows.</summary>
    public AlignedBuffer PanelPreActivations { get; } = new();

    /// <summary>The activations of a panel of units for a block of rows.</summary>
    public AlignedBuffer PanelActivations { get; } = new();

    /// <summary>The derivatives φ' of a panel of units for a block of rows.</summary>
    public AlignedBuffer PanelDerivatives { get; } = new();

    /// <summary>The statistics of each panel of a layer for a block of rows.</summary>
    public AlignedBuffer PanelStatistics { get; } = new();

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

    /// <summary>The finite ones among some values.</summary>
    public AlignedBuffer FiniteValues { get; } = new();
}
