using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen;

/// <summary>What is known of a layer before anything runs: its shapes, its parameters and what is predicted of it.</summary>
public sealed record LayerInfo
{
    private readonly IReadOnlyList<ParameterInfo> _parameters = [];
    private readonly ParameterInfo? _weights;
    private readonly ParameterInfo? _biases;

    /// <summary>The layer's name: the property's, and its number in a stack ("Hidden.3"); in a block, behind the block's
    /// ("Layer1.0.Conv1").</summary>
    public required string Name { get; init; }

    /// <summary>The layer's name in files, where the names of its parameters follow it: "layer1.0.conv1".</summary>
    public string FileName
    {
        get => field ?? Name;
        init;
    }

    /// <summary>The kind of layer: "Dense".</summary>
    public required string Kind { get; init; }

    /// <summary>The layers that it reads, by number; −1 is the network's input. Empty for the one before.</summary>
    public IReadOnlyList<int> From { get; init; } = [];

    /// <summary>The shape of what comes in; of the first, where that is several.</summary>
    public required Shape Input { get; init; }

    /// <summary>The shape of what comes out.</summary>
    public required Shape Output { get; init; }

    /// <summary>The activation function.</summary>
    public required Activation Activation { get; init; }

    /// <summary>Its parameters, in their order, and its state behind them.</summary>
    public IReadOnlyList<ParameterInfo> Parameters
    {
        get => _parameters;
        init
        {
            _parameters = value;
            _weights = value.FirstOrDefault(static parameter => parameter.Role == ParameterRole.Weight);
            _biases = value.FirstOrDefault(static parameter => parameter.Role == ParameterRole.Bias);
        }
    }

    /// <summary>Whether what it makes of one row depends on the others of the batch.</summary>
    public bool CouplesRows { get; init; }

    /// <summary>Whether the scale of what comes in does not matter behind it.</summary>
    public bool Normalizes { get; init; }

    /// <summary>The predicted signal at initialization.</summary>
    public required LayerPrediction Predicted { get; init; }

    /// <summary>Between what the numbers of <see cref="Predicted"/> lie that are NaN because they depend on how alike the positions of one
    /// input are; null where none does, or <see cref="NetworkAttribute.InputCorrelation"/> says it.</summary>
    public PredictionBounds? PredictedBounds { get; init; }

    /// <summary>The number of inputs of a unit, the fan-in: of its weights.</summary>
    public int Inputs => _weights is null ? Input.Units : (int)(_weights.Count / Units);

    /// <summary>The number of units.</summary>
    public int Units => Output.Units;

    /// <summary>The initializer of the weights; where <see cref="Init.Auto"/> was declared, the one it chose, and Auto itself only in a
    /// layer without weights.</summary>
    public Init Init => _weights?.Init ?? Init.Auto;

    /// <summary>The standard deviation of one weight that the initializer draws; NaN for custom initializers without
    /// <see cref="WeightVarianceAttribute"/>, and without weights.</summary>
    public double WeightStdDev => _weights?.StdDev ?? double.NaN;

    /// <summary>The mean of one weight.</summary>
    public double WeightMean => _weights?.Mean ?? 0;

    /// <summary>Where the weights start among the network's parameters; −1 without weights.</summary>
    public int WeightOffset => _weights?.Offset ?? -1;

    /// <summary>Where the biases start among the network's parameters; −1 without biases.</summary>
    public int BiasOffset => _biases?.Offset ?? -1;

    /// <summary>The random stream of the weights; 0 without weights.</summary>
    public ulong WeightStream => _weights?.Stream ?? 0;

    /// <summary>The random stream of the biases; 0 without biases.</summary>
    public ulong BiasStream => _biases?.Stream ?? 0;

    /// <summary>The number of weights.</summary>
    public int WeightCount => checked((int)(_weights?.Count ?? 0));

    /// <summary>The number of parameters, which are trained.</summary>
    public long ParameterCount => _parameters.Sum(static parameter => parameter.Role == ParameterRole.State ? 0 : parameter.Count);

    /// <summary>This layer's weights, [units x inputs] row-major, within the parameters of a whole network; empty without weights.</summary>
    /// <param name="parameters">The parameters of the network, or anything laid out like them, as gradients are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> is too short.</exception>
    public Span<float> Weights(Span<float> parameters) => _weights is null ? default : _weights.Of(parameters);

    /// <summary>This layer's biases within the parameters of a whole network; empty without biases.</summary>
    /// <param name="parameters">The parameters of the network, or anything laid out like them, as gradients are.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parameters"/> is too short.</exception>
    public Span<float> Biases(Span<float> parameters) => _biases is null ? default : _biases.Of(parameters);
}
