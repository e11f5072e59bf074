using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Activations;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Reading;
using InitGen.Wording;

namespace InitGen.Analyzers.Signal;

/// <summary>A network without mistakes, as the rules on its signal see it: its layers, what is predicted of them, and what would be
/// predicted with other initializers.</summary>
internal sealed class NetworkSignal
{
    // A remedy that gets just past a threshold is none.
    private const double RemedyMargin = 3;

    private readonly Lazy<NetworkPrediction> _prediction;
    private readonly Lazy<ThresholdCrossing?> _crossing;
    private readonly Lazy<bool> _failsToLearn;
    private readonly SignalThresholds _heard;
    private readonly List<ResolvedLayer>[] _readers;

    /// <summary>A network.</summary>
    /// <param name="declaration">A declaration that breaks no rule and that the compiler understands.</param>
    /// <param name="thresholds">Between what its signal must stay.</param>
    /// <param name="heard">Those of them whose crossing anybody hears of.</param>
    public NetworkSignal(NetworkDeclaration declaration, SignalThresholds thresholds, SignalThresholds heard)
        : this(declaration, declaration.Spec, thresholds, heard)
    {
    }

    private NetworkSignal(NetworkDeclaration declaration, NetworkSpec spec, SignalThresholds thresholds, SignalThresholds heard)
    {
        Declaration = declaration;
        Spec = spec;
        Thresholds = thresholds;
        _heard = heard;
        InputRootMeanSquare = Math.Sqrt((spec.InputMean * spec.InputMean) + (spec.InputStdDev * spec.InputStdDev));
        Resolved = LayerResolution.Resolve(spec);
        _readers = [.. Resolved.Select(static _ => new List<ResolvedLayer>())];
        foreach (ResolvedLayer layer in Resolved)
        {
            foreach (int source in layer.From.Where(static source => source >= 0))
            {
                _readers[source].Add(layer);
            }
        }

        Layers = [.. LayersOf(declaration)];
        _prediction = new Lazy<NetworkPrediction>(() => SignalPropagation.Predict(Spec, Resolved));
        _crossing = new Lazy<ThresholdCrossing?>(() =>
            FindCrossing(Prediction) is { } crossing ? crossing with { IsHarmless = crossing.IsHarmless && !FailsToLearn } : null);
        _failsToLearn = new Lazy<bool>(() => FindCrossing(Prediction, Thresholds) is { IsHarmless: false });
    }

    /// <summary>The declaration.</summary>
    public NetworkDeclaration Declaration { get; }

    /// <summary>The network as declared, or with inputs that are scaled otherwise.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Between what its signal must stay.</summary>
    public SignalThresholds Thresholds { get; }

    /// <summary>The root mean square of the input, which thresholds of activations are relative to.</summary>
    public double InputRootMeanSquare { get; }

    /// <summary>The layers as declared.</summary>
    public ImmutableArray<SignalLayer> Layers { get; }

    /// <summary>Those with weights.</summary>
    public IEnumerable<SignalLayer> Weighted => Layers.Where(static layer => layer.Spec is WeightedSpec);

    /// <summary>Those whose weights are too small or too large for their activation.</summary>
    public IEnumerable<SignalLayer> Unsuitable =>
        Weighted.Where(static layer => !layer.IsNormalized && SuggestedInitializer.InsteadOf(layer, layer.Weighted) is not null);

    /// <summary>The layers one by one.</summary>
    public IReadOnlyList<ResolvedLayer> Resolved { get; }

    /// <summary>The resolved layers that read one.</summary>
    /// <param name="layer">Its number.</param>
    public IReadOnlyList<ResolvedLayer> ReadersOf(int layer) => _readers[layer];

    /// <summary>The layers with weights that what a layer puts out meets first, on all ways.</summary>
    /// <param name="layer">Its number.</param>
    public IEnumerable<ResolvedLayer> WeightedBehind(int layer)
    {
        HashSet<int> reached = [layer];
        for (int number = layer + 1; number < Resolved.Count; number++)
        {
            if (!Resolved[number].From.Any(reached.Contains))
            {
                continue;
            }

            if (Resolved[number].Weights is not null)
            {
                yield return Resolved[number];
            }
            else
            {
                reached.Add(number);
            }
        }
    }

    /// <summary>The same, as their signal is judged.</summary>
    public IReadOnlyList<JudgedLayer> Judged =>
        [.. Resolved.Select(static layer => new JudgedLayer(
            layer.Activation.Kind, layer.From, layer.Weights is not null, layer.Spec.Normalizes))];

    /// <summary>What is predicted; made once, when a rule first asks.</summary>
    public NetworkPrediction Prediction => _prediction.Value;

    /// <summary>The prediction of each of <see cref="Resolved"/>; NaN where only bounds are known.</summary>
    public IReadOnlyList<LayerPrediction> Predicted => Prediction.Layers;

    /// <summary>Where the predicted signal first leaves its thresholds, as far as anybody hears of it; null where it stays between
    /// them.</summary>
    public ThresholdCrossing? Crossing => _crossing.Value;

    /// <summary>Whether the signal leaves its thresholds so far that the network is predicted not to learn, whoever hears of it.</summary>
    public bool FailsToLearn => _failsToLearn.Value;

    /// <summary>The declared layer that a resolved one belongs to.</summary>
    /// <param name="layer">The number of the resolved layer.</param>
    public SignalLayer LayerOf(int layer) => Layers.Last(declared => declared.First <= layer);

    /// <summary>What would be predicted if some layers were declared otherwise.</summary>
    /// <param name="layers">The layers to change.</param>
    /// <param name="change">The change.</param>
    public NetworkPrediction PredictWith(IReadOnlyCollection<SignalLayer> layers, Func<SignalLayer, LayerSpec> change)
    {
        // Of a layer in a block, all copies are declared at once.
        NetworkSpec changed = Spec with
        {
            Layers = new EquatableArray<LayerSpec>(Layers.Select(layer =>
                layers.Any(changed => changed.DeclaredBy == layer.DeclaredBy) ? change(layer) : layer.Spec)),
        };
        return SignalPropagation.Predict(changed, LayerResolution.Resolve(changed));
    }

    /// <summary>The same network with inputs of mean 0 and standard deviation 1.</summary>
    public NetworkSignal WithScaledInput() => new(Declaration, Spec with { InputMean = 0, InputStdDev = 1 }, Thresholds, _heard);

    /// <summary>As a message says that the inputs are the cause.</summary>
    /// <param name="outcome">What is then predicted.</param>
    public string AdviceToScaleInput(string outcome) =>
        $"scale the inputs, whose root mean square is {NumberText.Of(InputRootMeanSquare)}, to mean 0 and standard deviation 1 "
        + $"(predicted {outcome})";

    /// <summary>Where a signal that would be predicted first leaves its thresholds; null where it stays between them.</summary>
    /// <param name="prediction">The prediction.</param>
    public ThresholdCrossing? FindCrossing(NetworkPrediction prediction) => FindCrossing(prediction, _heard);

    /// <summary>Whether what would be predicted is a remedy: between the thresholds, and gradients well above theirs.</summary>
    /// <param name="prediction">The prediction.</param>
    public bool IsRemedied(NetworkPrediction prediction)
    {
        SignalThresholds wellWithin = _heard with { MinimumGradientStdDev = RemedyMargin * _heard.MinimumGradientStdDev };
        return FindCrossing(prediction, wellWithin) is null or { IsHarmless: true };
    }

    private ThresholdCrossing? FindCrossing(NetworkPrediction prediction, SignalThresholds thresholds) => prediction.IsOpen
        ? ThresholdCrossing.Between(FindCrossing(prediction.Lower, thresholds), FindCrossing(prediction.Upper, thresholds))
        : FindCrossing(prediction.Layers, thresholds);

    private ThresholdCrossing? FindCrossing(IReadOnlyList<LayerPrediction> predicted, SignalThresholds thresholds) =>
        ThresholdCrossing.FindFirst(
            Spec.InputMean,
            Spec.InputStdDev,
            Judged,
            Resolved[Resolved.Count - 1].Bias,
            predicted,
            thresholds);

    // Across layers that have no weights of their own, and no other input.
    private ActivationFunction Behind(int layer, out bool isNormalized)
    {
        isNormalized = false;
        while (Resolved[layer].Activation.Kind == Activation.Linear
            && ReadersOf(layer) is { Count: 1 } readers && readers[0] is { Weights: null, From.Count: 1 } reader)
        {
            isNormalized |= reader.Spec.Normalizes;
            layer = Enumerable.Range(layer + 1, Resolved.Count - layer - 1).First(next => Resolved[next] == reader);
        }

        return Resolved[layer].Activation.Function;
    }

    private IEnumerable<SignalLayer> LayersOf(NetworkDeclaration declaration)
    {
        ImmutableDictionary<string, string?> properties =
            ImmutableDictionary<string, string?>.Empty.Add(FixKeys.Network, declaration.FullName);
        int first = 0;
        foreach (LayerDeclaration layer in declaration.Layers)
        {
            int last = first + layer.Spec.Repeat - 1;
            yield return new SignalLayer
            {
                Declaration = layer,
                Spec = layer.Spec,
                First = first,
                Resolved = [.. Resolved.Skip(first).Take(layer.Spec.Repeat)],
                IsHidden = first < Resolved.Count - 1,
                IsLast = last == Resolved.Count - 1,
                EndsBranch = ReadersOf(last).Count > 0 && ReadersOf(last).All(static reader => reader.From.Count > 1),
                Behind = Behind(last, out bool isNormalized),
                IsNormalized = isNormalized,
                Properties = properties,
            };
            first += layer.Spec.Repeat;
        }
    }
}
