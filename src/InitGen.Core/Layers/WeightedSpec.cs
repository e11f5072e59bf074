using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>What all kinds with one tensor of weights, and biases, have in common: z ~ N(b, n·v·M + s²).</summary>
internal abstract record WeightedSpec : LayerSpec
{
    /// <summary>How the weights are initialized.</summary>
    public InitializerSpec Weights { get; init; } = new();

    /// <inheritdoc cref="WeightedLayerAttribute.UseBias"/>
    public bool UseBias { get; init; } = true;

    /// <inheritdoc cref="WeightedLayerAttribute.Bias"/>
    public double Bias { get; init; }

    /// <inheritdoc cref="WeightedLayerAttribute.BiasStdDev"/>
    public double BiasStdDev { get; init; }

    /// <inheritdoc/>
    public override bool DependsOnSignal => InitializerDefinition.Of(Weights.Init) is SignalInitializer;

    // Of PyTorch's default, both; but a bias that somebody declares is meant.
    private InitializerSpec Biases =>
        BiasStdDev != 0 ? new InitializerSpec { Init = Init.Normal, StdDev = BiasStdDev, Mean = Bias }
        : Bias == 0 && Weights.Init == Init.Torch ? Init.Torch
        : new InitializerSpec { Init = Init.Constant, Value = Bias };

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. Weights.Init == Init.Sparse ? SizeMistake.Unless1(nameof(Weights.NonZeros), "NonZeros", Weights.NonZeros) : [],
        .. base.Mistakes(inputs),
        .. NumberMistake.Member(nameof(Weights.Init), Weights.Init),
        .. NumberMistake.Member(nameof(Weights.FanMode), Weights.FanMode),
        .. NumberMistake.Positive(nameof(Weights.Gain), Weights.Gain),
        .. NumberMistake.Positive(nameof(Weights.StdDev), Weights.StdDev),
        .. NumberMistake.Positive(nameof(Weights.Limit), Weights.Limit),
        .. NumberMistake.AnyFloat(nameof(Weights.Value), Weights.Value),
        .. NumberMistake.AnyFloat(nameof(Bias), Bias),
        .. NumberMistake.NotNegative(nameof(BiasStdDev), BiasStdDev),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Parameter> ParametersOf(EquatableArray<Shape> inputs)
    {
        WeightContext context = ContextOf(inputs[0]);
        yield return new Parameter
        {
            Name = "Weights",
            Role = ParameterRole.Weight,
            Shape = WeightShape(inputs[0]),
            Initializer = Weights,
            Context = context,
            HasInputsFirst = HasInputsFirst,
        };
        if (UseBias)
        {
            yield return new Parameter
            {
                Name = "Biases",
                Role = ParameterRole.Bias,
                Shape = UnitsOf(inputs[0]),
                Initializer = Biases,
                Context = context,
            };
        }
    }

    /// <inheritdoc/>
    public override LayerSpec SpellOut() =>
        this with { Weights = InitializerDefinition.Of(Weights.Init).SpellOut(Weights, Activation) };

    /// <inheritdoc/>
    public override LayerSpec Decide(IncomingSignal incoming) =>
        InitializerDefinition.Of(Weights.Init) is SignalInitializer initializer ? initializer.Decide(this, incoming) : this;

    /// <summary>z ~ N(b + n·w·μ, q), q = n·(v·M + w²·(M − μ²)) + s², with the mean μ and the second moment M of what comes in, and the mean w of
    /// the weights, nearly always 0; two inputs' pre-activations have q − c = n·(v + w²)·S², with the signal S over inputs. Two positions' have n·(v + w²)·(M − f·P), with the
    /// part f of the weights that they share.</summary>
    /// <inheritdoc/>
    public override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        Signal input = inputs[0];
        Parameter weights = layer.Weights!;
        double fanIn = Coverage(layer.Input).In * weights.Context.FanIn;
        double weightMean = weights.Distribution.Mean;
        double secondMoment = SecondMoment(weights, input);
        double mean = layer.Bias;
        double stdDev = SignalPropagation.Hypotenuse(
            SignalPropagation.Times(Math.Sqrt(fanIn * Variance(weights)), input.RootMeanSquare), layer.BiasStdDev);
        if (weightMean != 0)
        {
            mean += fanIn * weightMean * input.Mean;
            stdDev = double.IsNaN(secondMoment)
                ? double.NaN
                : SignalPropagation.Hypotenuse(stdDev, Math.Sqrt(fanIn) * weightMean * input.StdDev);
        }

        double gain = Math.Sqrt(fanIn * secondMoment);
        return new Signal(mean, stdDev, SignalPropagation.Times(gain, input.Difference))
        {
            BetweenPositions = SignalPropagation.Times(gain, BetweenPositions(layer.Input, input)),
            Law = SignalLaw.Normal,
            IsAlike = weightMean != 0,
        };
    }

    /// <inheritdoc/>
    public override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) =>
        Math.Sqrt(Coverage(layer.Input).Out * layer.Weights!.Context.FanOut * SecondMoment(layer.Weights, inputs[input]));

    /// <inheritdoc/>
    public override double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation)
    {
        double noise = layer.BiasStdDev / preActivation.StdDev;
        return preActivation.StdDev == 0 ? 0 : 1 - (noise * noise);
    }

    /// <summary>The fans that a signal meets, on average over the positions.</summary>
    /// <param name="layer">The layer, resolved.</param>
    public (double In, double Out) EffectiveFans(ResolvedLayer layer)
    {
        (double forward, double backward) = Coverage(layer.Input);
        return (forward * layer.Weights!.Context.FanIn, backward * layer.Weights.Context.FanOut);
    }

    /// <summary>The number of units.</summary>
    private protected abstract int UnitsOf(Shape input);

    /// <summary>The extents of the weights, as PyTorch has them.</summary>
    private protected abstract EquatableArray<int> WeightShape(Shape input);

    /// <summary>Whether the weights stand by what comes in and not by units.</summary>
    private protected virtual bool HasInputsFirst => false;

    /// <summary>What the initializer is told.</summary>
    private protected abstract WeightContext ContextOf(Shape input);

    /// <summary>The share of its fans that a signal meets, on average over the positions: less where weights hit padding or are skipped by a
    /// stride.</summary>
    private protected virtual (double In, double Out) Coverage(Shape input) => (1, 1);

    /// <summary>The part of its weights that a unit has at two neighbouring positions alike, on average: at the border some of them hit padding
    /// at one, and others at the other.</summary>
    private protected virtual double SharedTaps(Shape input) => 1;

    /// <summary>The second moment of a weight; NaN where weights do not make normal pre-activations, or where what comes in from weights of
    /// another mean than 0 is alike, as these are too.</summary>
    private protected static double SecondMoment(Parameter weights, Signal input)
    {
        double mean = weights.Distribution.Mean;
        return mean != 0 && input.IsAlike ? double.NaN : Variance(weights) + (mean * mean);
    }

    // √(M − f·P), from √(M − P) where all weights are shared.
    private double BetweenPositions(Shape shape, Signal input)
    {
        double unshared = Math.Sqrt(1 - SharedTaps(shape));
        double apart = input.BetweenPositions;
        double together = Math.Sqrt(Math.Max((input.RootMeanSquare - apart) * (input.RootMeanSquare + apart), 0));
        return unshared == 0 ? apart : SignalPropagation.Hypotenuse(apart, unshared * together);
    }

    private static double Variance(Parameter weights) => weights.Distribution.IsPredictable ? weights.Variance : double.NaN;
}
