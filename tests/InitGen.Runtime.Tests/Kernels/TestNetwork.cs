using System;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>The shape of a network: its input size, then the units of each layer.</summary>
internal interface ITestShape
{
    static abstract int[] Sizes { get; }

    /// <summary>Whether a layer has biases.</summary>
    static virtual bool UseBias(int layer) => true;

    /// <summary>The name of a layer.</summary>
    static virtual string Name(int layer) => TestLayers.Name(layer);
}

/// <summary>What is done with a network of a type that only its maker knows.</summary>
internal interface INetworkVisitor
{
    void Visit<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>;
}

/// <summary>A network of any type.</summary>
internal interface ITestNetwork
{
    int OutputSize { get; }

    LayerInfo[] Layers { get; }

    Span<float> Parameters { get; }

    void Accept(INetworkVisitor visitor);

    void Forward(ReadOnlySpan<float> inputs, Span<float> outputs);

    void MeasureForward(ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics);

    void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients);

    void MeasureBackward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics);
}

/// <summary>A network as the generator writes it, for any shape: one activation in the hidden layers, one in the last.</summary>
internal sealed class TestNetwork<TShape, THidden, TOutput> : INetwork<TestNetwork<TShape, THidden, TOutput>>, ITestNetwork
    where TShape : ITestShape
    where THidden : struct, IActivationOperator
    where TOutput : struct, IActivationOperator
{
    private static readonly LayerInfo[] LayerTable =
        TestLayers.Table(TShape.Sizes, TShape.UseBias, typeof(THidden), typeof(TOutput), TShape.Name);

    private readonly Memory<float> _parameters;

    public TestNetwork(Memory<float> parameters) => _parameters = parameters;

    public static int InputSize => LayerTable[0].Inputs;

    public static int OutputSize => LayerTable[^1].Units;

    public static int ParameterCount => TestLayers.ParameterCount(LayerTable);

    public static ReadOnlySpan<LayerInfo> Layers => LayerTable;

    public Span<float> Parameters => _parameters.Span;

    int ITestNetwork.OutputSize => OutputSize;

    LayerInfo[] ITestNetwork.Layers => LayerTable;

    public static TestNetwork<TShape, THidden, TOutput> Create(ulong seed)
    {
        var network = new TestNetwork<TShape, THidden, TOutput>(new float[ParameterCount]);
        network.Initialize(seed);
        return network;
    }

    public static TestNetwork<TShape, THidden, TOutput> Create(Memory<float> parameters) => new(parameters);

    public void Accept(INetworkVisitor visitor) => visitor.Visit(this);

    public void Initialize(ulong seed) => TestLayers.Initialize(LayerTable, Parameters, (int)seed);

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => NetworkPass.Forward(this, inputs, outputs);

    public void MeasureForward(ReadOnlySpan<float> inputs, Span<LayerStatistics> statistics) =>
        NetworkPass.MeasureForward(this, inputs, statistics);

    public void Backward(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> parameterGradients) =>
        NetworkPass.Backward(this, inputs, outputGradients, parameterGradients);

    public void MeasureBackward(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<GradientStatistics> statistics) =>
        NetworkPass.MeasureBackward(this, inputs, outputGradients, statistics);

    static void INetwork<TestNetwork<TShape, THidden, TOutput>>.ForwardLayers(ref ForwardPass pass)
    {
        int last = LayerTable.Length - 1;
        for (int layer = 0; layer < last; layer++)
        {
            DenseKernel.Forward(ref pass, layer, TestActivation<THidden>.Instance);
        }

        DenseKernel.Forward(ref pass, last, TestActivation<TOutput>.Instance);
    }

    static void INetwork<TestNetwork<TShape, THidden, TOutput>>.BackwardLayers(ref BackwardPass pass)
    {
        int last = LayerTable.Length - 1;
        DenseKernel.Backward(ref pass, last, TestActivation<TOutput>.Instance);
        for (int layer = last - 1; layer >= 0; layer--)
        {
            DenseKernel.Backward(ref pass, layer, TestActivation<THidden>.Instance);
        }
    }
}
