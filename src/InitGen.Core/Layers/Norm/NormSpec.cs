using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Propagation;
using InitGen.Wording;

namespace InitGen.Layers;

/// <summary>What normalizations have in common, as declared by a <see cref="NormAttribute"/>.</summary>
internal abstract record NormSpec : LayerSpec
{
    /// <inheritdoc cref="NormAttribute.Scale"/>
    public double Scale { get; init; } = 1;

    /// <inheritdoc cref="NormAttribute.Shift"/>
    public double Shift { get; init; }

    /// <inheritdoc cref="NormAttribute.Epsilon"/>
    public double Epsilon { get; init; } = 1e-5;

    /// <inheritdoc cref="NormAttribute.Affine"/>
    public bool Affine { get; init; } = true;

    /// <inheritdoc/>
    public sealed override bool Normalizes => true;

    /// <summary>Whether a mean is taken away, so that there are shifts too.</summary>
    private protected virtual bool IsCentered => true;

    private double Gain => Affine ? Math.Abs(Scale) : 1;

    /// <inheritdoc/>
    public sealed override Shape OutputOf(EquatableArray<Shape> inputs) => inputs[0];

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. base.Mistakes(inputs),
        .. NumberMistake.AnyFloat(nameof(Scale), Scale),
        .. NumberMistake.AnyFloat(nameof(Shift), Shift),
        .. NumberMistake.Positive(nameof(Epsilon), Epsilon),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Parameter> ParametersOf(EquatableArray<Shape> inputs)
    {
        if (!Affine)
        {
            yield break;
        }

        yield return Of("Scales", ParameterRole.Scale, Scale);
        if (IsCentered)
        {
            yield return Of("Shifts", ParameterRole.Shift, Shift);
        }

        Parameter Of(string name, ParameterRole role, double value) => new()
        {
            Name = name,
            Role = role,
            Shape = inputs[0].Units,
            Initializer = new InitializerSpec { Init = Init.Constant, Value = value },
        };
    }

    /// <summary>z = γ·(x − mean)/√(V + ε) + β: N(β, γ²·V/(V + ε)), whatever came in.</summary>
    /// <inheritdoc/>
    public sealed override Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs)
    {
        Signal input = inputs[0];
        double factor = Gain / Root(input);
        double shift = Affine && IsCentered ? Shift : 0;
        return new Signal(
            IsCentered ? shift : factor * input.Mean,
            factor * SpreadOf(input),
            factor * DifferenceOf(input))
        {
            BetweenPositions = factor * input.BetweenPositions,
            Law = input.Law,
        };
    }

    /// <inheritdoc/>
    public sealed override double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => Gain / Root(inputs[input]);

    /// <inheritdoc/>
    public sealed override double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation) => 0;

    /// <summary>The standard deviation over what is normalized together, √V; of a norm without a mean, the root mean square.</summary>
    private protected abstract double NormOf(Signal input);

    /// <summary>The standard deviation of what is left.</summary>
    private protected virtual double SpreadOf(Signal input) => NormOf(input);

    /// <summary>What of it tells inputs apart.</summary>
    private protected virtual double DifferenceOf(Signal input) => input.Difference;

    private double Root(Signal input) => Math.Sqrt((NormOf(input) * NormOf(input)) + Epsilon);
}

/// <summary>Batch normalization: what all inputs of a unit share is taken away, so that V is what tells them apart.</summary>
internal sealed record BatchNormSpec : NormSpec
{
    /// <inheritdoc/>
    public override string Kind => "BatchNorm";

    /// <inheritdoc/>
    public override string Description => "batch normalization";

    /// <inheritdoc/>
    public override bool CouplesRows => true;

    /// <inheritdoc cref="BatchNormAttribute.Momentum"/>
    public double Momentum { get; init; } = 0.1;

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. NumberMistake.Share(nameof(Momentum), Momentum)];

    /// <inheritdoc/>
    public override IEnumerable<Parameter> ParametersOf(EquatableArray<Shape> inputs) =>
    [
        .. base.ParametersOf(inputs),
        State("RunningMean", "running_mean", 0, inputs[0].Units),
        State("RunningVariance", "running_var", 1, inputs[0].Units),
    ];

    private static Parameter State(string name, string fileName, double value, int units) => new()
    {
        Name = name,
        FileName = fileName,
        Role = ParameterRole.State,
        Shape = units,
        Initializer = new InitializerSpec { Init = Init.Constant, Value = value },
    };

    private protected override double NormOf(Signal input) => input.Difference;
}

/// <summary>Layer normalization of vectors.</summary>
internal sealed record LayerNormSpec : NormSpec
{
    /// <inheritdoc/>
    public override string Kind => "LayerNorm";

    /// <inheritdoc/>
    public override string Description => "layer normalization";

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. VectorMistakes.Of(inputs[0], "[GroupNorm(1)]")];

    private protected override double NormOf(Signal input) => input.StdDev;
}

/// <summary>Division of vectors by their root mean square.</summary>
internal sealed record RmsNormSpec : NormSpec
{
    /// <inheritdoc/>
    public override string Kind => "RmsNorm";

    /// <inheritdoc/>
    public override string Description => "RMS normalization";

    private protected override bool IsCentered => false;

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
        [.. base.Mistakes(inputs), .. VectorMistakes.Of(inputs[0], "[GroupNorm(1)]")];

    private protected override double NormOf(Signal input) => input.RootMeanSquare;

    private protected override double SpreadOf(Signal input) => input.StdDev;
}

/// <summary>Normalization of groups of channels.</summary>
internal sealed record GroupNormSpec : NormSpec
{
    /// <inheritdoc cref="GroupNormAttribute.Groups"/>
    public required int Groups { get; init; }

    /// <inheritdoc/>
    public override string Kind => "GroupNorm";

    /// <inheritdoc/>
    public override string Description => $"normalization in {NumberText.Of((long)Groups)} groups";

    /// <inheritdoc/>
    public override IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. base.Mistakes(inputs),
        .. SizeMistake.Unless1(nameof(Groups), "The number of groups", Groups),
        .. Groups > 0 && inputs[0].Units % Groups != 0
            ? [new ShapeMistake(nameof(Groups), $"has {Groups} groups, which do not divide the {inputs[0].Units} channels that come in; use a number that does")]
            : Groups > 0 && inputs[0].Size == Groups
                ? [new ShapeMistake(nameof(Groups), $"gets {inputs[0]}, of which each group has one value, so that nothing is left of it; use fewer groups")]
                : (IEnumerable<LayerMistake>)[],
    ];

    // Of groups of several channels; what a channel's positions share is one of many.
    private protected override double NormOf(Signal input) => input.StdDev;
}

/// <summary>What cannot be about layers that take vectors alone.</summary>
internal static class VectorMistakes
{
    /// <summary>The mistakes of a shape.</summary>
    /// <param name="input">The shape.</param>
    /// <param name="instead">The attribute to use for maps.</param>
    public static IEnumerable<ShapeMistake> Of(Shape input, string instead) =>
        input.Axes > 0 ? [new("", $"gets {input}, but normalizes vectors; use {instead} for maps")]
        : input.Units == 1 ? [new("", "normalizes one value, of which nothing is left; remove it, or normalize more")]
        : [];
}
