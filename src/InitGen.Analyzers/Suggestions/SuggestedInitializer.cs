using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Wording;

namespace InitGen.Analyzers.Suggestions;

/// <summary>An initializer to write instead of one that does not suit a layer.</summary>
/// <param name="Init">The initializer.</param>
/// <param name="Gain">Its gain; 1 needs not be written.</param>
internal sealed record SuggestedInitializer(Init Init, double Gain)
{
    /// <summary>As a message names it: "HeNormal", "XavierUniform and Gain = 4".</summary>
    public string Text => Gain == 1 ? Init.ToString() : $"{Init} and Gain = {NumberText.Of(Gain)}";

    /// <summary>The initializer that suits a layer's activation.</summary>
    /// <param name="layer">The layer.</param>
    public static SuggestedInitializer For(WeightedSpec layer)
    {
        var function = layer.Activation.Function;
        return function.SuitableGain is { } gain
            ? new SuggestedInitializer(function.SuitableInit, gain)
            : new SuggestedInitializer(Init.Auto, 1);
    }

    /// <summary>The initializer to write instead of a layer's own.</summary>
    /// <param name="layer">The layer as it is.</param>
    /// <param name="suited">The layer that the initializer must suit: the same, or with another activation.</param>
    /// <returns>The initializer; null where the written one suits as well, or none is written.</returns>
    public static SuggestedInitializer? InsteadOf(SignalLayer layer, WeightedSpec suited)
    {
        // Constants and what nothing is known of are somebody's intention.
        bool isUnsuitable = layer.Weighted.Weights.Init != Init.Auto
            && layer.Resolved[0].Weights?.Distribution is { IsPredictable: true } and not ConstantWeights
            && layer.Resolved.Any(resolved => !VarianceRatio.IsNegligible(VarianceRatio.Of(suited, resolved)));
        return isUnsuitable ? For(suited) : null;
    }

    /// <summary>What a diagnostic handed its fixer.</summary>
    /// <param name="properties">The diagnostic's properties.</param>
    /// <param name="place">The number of the place that it is for, where there are several.</param>
    /// <returns>The suggestion; null where the diagnostic has none.</returns>
    public static SuggestedInitializer? In(ImmutableDictionary<string, string?> properties, int place = 0)
    {
        if (!properties.TryGetValue(Key(FixKeys.Init, place), out string? name) || !Enum.TryParse(name, out Init init))
        {
            return null;
        }

        bool hasGain = properties.TryGetValue(Key(FixKeys.Gain, place), out string? gain);
        return new SuggestedInitializer(init, hasGain ? double.Parse(gain!, CultureInfo.InvariantCulture) : 1);
    }

    /// <summary>Hands the suggestion to a fixer.</summary>
    /// <param name="properties">The other properties of the diagnostic.</param>
    /// <param name="place">The number of the place that it is for, where there are several.</param>
    public ImmutableDictionary<string, string?> AddTo(ImmutableDictionary<string, string?> properties, int place = 0)
    {
        properties = properties.Add(Key(FixKeys.Init, place), Init.ToString());
        return Gain == 1 ? properties : properties.Add(Key(FixKeys.Gain, place), Gain.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <summary>Whether an argument that was written for another initializer stays as it is. Most were meant for that one only.</summary>
    /// <param name="argument">The argument.</param>
    public bool Keeps(InitializerArguments argument) =>
        argument == InitializerArguments.Truncated && (InitializerDefinition.Of(Init).AcceptedArguments & argument) != 0;

    /// <summary>A layer with this initializer instead of its own.</summary>
    /// <param name="layer">The layer.</param>
    public WeightedSpec ApplyTo(WeightedSpec layer) => layer with
    {
        Weights = layer.Weights with
        {
            Init = Init,
            Gain = Gain,
            FanMode = FanMode.Default,
            Truncated = layer.Weights.Truncated && Keeps(InitializerArguments.Truncated),
        },
    };

    /// <summary>The variance of a weight that it gives a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="context">What is known of its weights.</param>
    public double Variance(WeightedSpec layer, WeightContext context) =>
        InitializerDefinition.Of(Init).Resolve(ApplyTo(layer).Weights, context with { Behind = layer.Activation }).Variance(context.Columns, context.Rows);

    private static string Key(string name, int place) => place == 0 ? name : name + place.ToString(CultureInfo.InvariantCulture);
}
