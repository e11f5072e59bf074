using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Initialization;

namespace InitGen.Layers;

/// <summary>One layer with nothing left open: repeats are spelled out, initializers are decided, shapes and the places of the parameters are
/// known.</summary>
internal sealed record ResolvedLayer
{
    /// <summary>The layer's name: the member's, and its number in a stack ("Hidden.3").</summary>
    public required string Name { get; init; }

    /// <summary>Its name in files.</summary>
    public required string FileName { get; init; }

    /// <summary>The layer as declared, with its initializers decided.</summary>
    public required LayerSpec Spec { get; init; }

    /// <summary>The resolved layers that it reads, by number; −1 is the network's input.</summary>
    public required EquatableArray<int> From { get; init; }

    /// <summary>The shapes of what comes in.</summary>
    public required EquatableArray<Shape> Inputs { get; init; }

    /// <summary>The shape of what comes out.</summary>
    public required Shape Output { get; init; }

    /// <summary>Its parameters, in their order.</summary>
    public required EquatableArray<Parameter> Parameters { get; init; }

    /// <summary>The activation function.</summary>
    public ActivationSpec Activation => Spec.Activation;

    /// <summary>The shape of what comes in; of the first, where that is several.</summary>
    public Shape Input => Inputs[0];

    /// <summary>The number of weights of a unit, each for a value that it sums; without weights, of units that come in.</summary>
    public int FanIn => Weights is null ? Input.Units : (int)(Weights.Count / Units);

    /// <summary>The number of units m.</summary>
    public int Units => Output.Units;

    /// <summary>The weights; null without.</summary>
    public Parameter? Weights => Of(ParameterRole.Weight);

    /// <summary>The biases; null without.</summary>
    public Parameter? Biases => Of(ParameterRole.Bias);

    /// <summary>The mean that biases start from; 0 without biases.</summary>
    public double Bias => Biases?.Mean ?? 0;

    /// <summary>The standard deviation of the biases; 0 without.</summary>
    public double BiasStdDev => Biases switch
    {
        null => 0,
        { Distribution: NormalWeights normal } => normal.StdDev,
        var biases => Math.Sqrt(biases.Variance),
    };

    /// <summary>The number of values of state.</summary>
    public int StateCount => Parameters.Sum(static parameter => parameter.Role == ParameterRole.State ? (int)parameter.Count : 0);

    private Parameter? Of(ParameterRole role) => Parameters.FirstOrDefault(parameter => parameter.Role == role);
}
