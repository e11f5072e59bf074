using System.Collections.Generic;
using InitGen.Activations;
using InitGen.Propagation;

namespace InitGen.Layers;

/// <summary>A declared layer: a transform of what comes in, and an activation behind it. A kind is a record like this; nothing outside of it
/// knows how its shapes, parameters and signals follow.</summary>
internal abstract record LayerSpec
{
    /// <summary>The name of the member that declares it.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in files; null for the same.</summary>
    public string? FileName { get; init; }

    /// <summary>How many such layers follow each other.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Whether the member is a stack of layers, so that each has a numbered name ("Hidden.3").</summary>
    public bool IsStack { get; init; }

    /// <summary>The activation function.</summary>
    public ActivationSpec Activation { get; init; } = InitGen.Activation.Linear;

    /// <summary>A source that there is none of.</summary>
    public const int Missing = -2;

    /// <summary>The declared layers that it reads, by number; −1 is the network's input. Empty for the one before.</summary>
    public EquatableArray<int> From { get; init; }

    /// <summary>The name of the kind: "Dense".</summary>
    public abstract string Kind { get; }

    /// <summary>What people call it: "3×3 convolution"; empty for a dense layer, which its shape describes.</summary>
    public abstract string Description { get; }

    /// <summary>Whether the scale of what comes in does not matter behind it.</summary>
    public virtual bool Normalizes => false;

    /// <summary>Whether what it makes of one row depends on the others of the batch.</summary>
    public virtual bool CouplesRows => false;

    /// <summary>Whether what it computes in training differs from step to step, and from what it does in inference.</summary>
    public virtual bool DependsOnStep => false;

    /// <summary>Whether the signal behind it depends on how the positions of one input are correlated.</summary>
    public virtual bool ReadsCorrelation => false;

    /// <summary>Whether what comes out is larger from seed to seed just as what comes in is, mean and standard deviation alike.</summary>
    public virtual bool FluctuatesAsInput => false;

    /// <summary>The argument that says how large the layer is; its repetition, where none does.</summary>
    public virtual string SizeArgument => nameof(Repeat);

    /// <summary>The name of one of the layers: the member's, and its number in a stack.</summary>
    /// <param name="index">Which of them, from 0.</param>
    public string NameOf(int index) => IsStack ? $"{Name}.{index}" : Name;

    /// <summary>The name of one of the layers in files.</summary>
    /// <param name="index">Which of them, from 0.</param>
    public string FileNameOf(int index) => IsStack ? $"{FileName ?? Name}.{index}" : FileName ?? Name;

    /// <summary>The declared layers that one reads, by number; −1 is the network's input.</summary>
    /// <param name="number">Its own number.</param>
    public IEnumerable<int> Sources(int number) => From.Count == 0 ? [number - 1] : From;

    /// <summary>The shape of what comes out.</summary>
    /// <param name="inputs">The shapes of what comes in, at least one; of half-typed code, anything.</param>
    public abstract Shape OutputOf(EquatableArray<Shape> inputs);

    /// <summary>What cannot be, argument by argument.</summary>
    /// <param name="inputs">The shapes of what comes in; of half-typed code, anything.</param>
    public virtual IEnumerable<LayerMistake> Mistakes(EquatableArray<Shape> inputs) =>
    [
        .. NumberMistake.Member(nameof(Activation), Activation.Kind),
        .. NumberMistake.AnyFloat(nameof(Activation.Slope), Activation.Slope),
    ];

    /// <summary>Its parameters, in their order.</summary>
    /// <param name="inputs">The shapes of what comes in; of half-typed code, anything.</param>
    public virtual IEnumerable<Parameter> ParametersOf(EquatableArray<Shape> inputs) => [];

    /// <summary>The same layer with what its initializers leave open spelled out, so that declarations that mean the same are
    /// equal.</summary>
    public virtual LayerSpec SpellOut() => this;

    /// <summary>Whether an initializer depends on the signal that comes in.</summary>
    public virtual bool DependsOnSignal => false;

    /// <summary>The same layer with such initializers decided.</summary>
    /// <param name="incoming">The signal that comes in.</param>
    public virtual LayerSpec Decide(IncomingSignal incoming) => this;

    /// <summary>The pre-activations.</summary>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="inputs">What comes in.</param>
    public virtual Signal PreActivation(ResolvedLayer layer, IReadOnlyList<Signal> inputs) => Signal.Unknown;

    /// <summary>The standard deviation of dL/dx of one input over that of dL/dz.</summary>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="inputs">What comes in.</param>
    /// <param name="input">Which of them.</param>
    public virtual double GradientGain(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input) => double.NaN;

    /// <summary>The part of the variance of the pre-activations that comes from one of what comes in, and varies with it from seed to
    /// seed.</summary>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="inputs">What comes in.</param>
    /// <param name="input">Which of them.</param>
    /// <param name="preActivation">The pre-activations.</param>
    public virtual double InheritedShare(ResolvedLayer layer, IReadOnlyList<Signal> inputs, int input, Signal preActivation) => 1;

    /// <summary>The layer's part in the tangent kernel: how many values a unit sums, each with a weight of its own, and that times the second
    /// moment of a weight; NaN where no theory is written.</summary>
    /// <param name="layer">The layer, resolved.</param>
    /// <param name="inputs">What comes in.</param>
    public virtual (double Inputs, double Passed) TangentTerm(ResolvedLayer layer, IReadOnlyList<Signal> inputs) => (double.NaN, double.NaN);
}
