using System;

namespace InitGen.Kernels;

/// <summary>STUB (signatures for generated code).</summary>
public static class NetworkPass
{
    /// <summary>Stub.</summary>
    public static void Forward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs)
        where TNetwork : INetwork<TNetwork> => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void MeasureForward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics)
        where TNetwork : INetwork<TNetwork> => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Backward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients)
        where TNetwork : INetwork<TNetwork> => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void MeasureBackward<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics)
        where TNetwork : INetwork<TNetwork> => throw new NotSupportedException();
}

/// <summary>Stub.</summary>
public ref struct ForwardPass;

/// <summary>Stub.</summary>
public ref struct BackwardPass;

/// <summary>Stub.</summary>
public interface IActivationOperator;

/// <summary>Stub.</summary>
public static class DenseKernel
{
    /// <summary>Stub. <paramref name="layer"/> is an index into the network's Layers.</summary>
    public static void Forward<TActivation>(ref ForwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator => throw new NotSupportedException();

    /// <summary>Stub.</summary>
    public static void Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator => throw new NotSupportedException();
}
