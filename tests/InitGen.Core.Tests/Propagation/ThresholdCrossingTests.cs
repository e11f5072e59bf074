using System.Collections.Generic;
using System.Linq;
using InitGen.Propagation;

namespace InitGen.Tests.Propagation;

public class ThresholdCrossingTests
{
    // A signal that nothing is wrong with: as large as the input everywhere.
    private static readonly LayerPrediction Sound = new()
    {
        PreActivationMean = 0,
        PreActivationStdDev = 1,
        ActivationMean = 0,
        ActivationStdDev = 1,
        ActivationSpread = 0,
        SignalStdDev = 1,
        SaturatedFraction = 0,
        GradientStdDev = 1,
        GradientSpread = 0,
    };

    [Fact]
    public void A_sound_signal_crosses_nothing()
    {
        Assert.Null(FirstIn([Activation.Relu, Activation.Tanh, Activation.Linear], [Sound, Sound, Sound]));
        Assert.Null(FirstIn([Activation.Linear], [Sound]));
    }

    // The thresholds are 0.01 and 30 times the input's root mean square, here 2; to lie on one is not to cross it.
    [Theory]
    [InlineData(0.02, null)]
    [InlineData(0.0199, SignalFault.VanishingActivations)]
    [InlineData(60, null)]
    [InlineData(60.1, SignalFault.ExplodingActivations)]
    public void Activations_are_held_to_the_scale_of_the_input(double stdDev, SignalFault? fault)
    {
        LayerPrediction[] signal = [Sound, Sound with { ActivationStdDev = stdDev }, Sound];
        ThresholdCrossing? crossing = FirstIn([Activation.Relu, Activation.Relu, Activation.Linear], signal, rootMeanSquare: 2);
        Assert.Equal(fault is null ? null : At(fault.Value, 1), crossing);
    }

    // Of two bounds: too little is what is too little at the larger, too much what is too much at the smaller.
    [Fact]
    public void Of_bounds_that_both_leave_a_threshold_the_nearer_is_taken()
    {
        ThresholdCrossing vanishing = At(SignalFault.VanishingActivations, 1);
        ThresholdCrossing later = At(SignalFault.VanishingActivations, 2);
        Assert.Equal(later, ThresholdCrossing.Between(vanishing, later));
        ThresholdCrossing exploding = At(SignalFault.ExplodingGradients, 3);
        Assert.Equal(exploding, ThresholdCrossing.Between(exploding, At(SignalFault.ExplodingGradients, 1)));
        Assert.Equal(later with { IsHarmless = true }, ThresholdCrossing.Between(vanishing with { IsHarmless = true }, later));
        Assert.Null(ThresholdCrossing.Between(vanishing, null));
        Assert.Null(ThresholdCrossing.Between(null, exploding));
        Assert.Null(ThresholdCrossing.Between(vanishing, exploding));
    }

    [Fact]
    public void The_first_of_several_layers_is_named()
    {
        LayerPrediction vanished = Sound with { ActivationStdDev = 1e-3 };
        Assert.Equal(
            At(SignalFault.VanishingActivations, 1),
            FirstIn([Activation.Relu, Activation.Relu, Activation.Relu, Activation.Linear], [Sound, vanished, vanished, Sound]));
    }

    // A bounded activation has the scale 1, whatever the input's is, and so has all that comes behind it.
    [Theory]
    [InlineData(Activation.Tanh, Activation.Tanh, 0.0101, null)]
    [InlineData(Activation.Tanh, Activation.Tanh, 0.0099, SignalFault.VanishingActivations)]
    [InlineData(Activation.Tanh, Activation.Relu, 0.0101, null)]
    [InlineData(Activation.Relu, Activation.Relu, 0.0101, SignalFault.VanishingActivations)]
    public void Behind_a_bounded_activation_a_large_input_is_no_measure(
        Activation first, Activation second, double stdDev, SignalFault? fault)
    {
        LayerPrediction[] signal = [Sound with { ActivationStdDev = 5 }, Sound with { ActivationStdDev = stdDev }, Sound];
        ThresholdCrossing? crossing = FirstIn([first, second, Activation.Linear], signal, rootMeanSquare: 300);
        Assert.Equal(fault is null ? null : At(fault.Value, 1), crossing);
    }

    [Fact]
    public void A_bounded_activation_does_not_raise_the_scale_of_a_small_input() => Assert.Null(
        FirstIn([Activation.Tanh, Activation.Linear], [Sound with { ActivationStdDev = 0.0011 }, Sound], rootMeanSquare: 0.1));

    [Theory]
    [InlineData(Activation.Tanh, 0.5, null)]
    [InlineData(Activation.Tanh, 0.51, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Softsign, 0.51, SignalFault.SaturatedUnits)]
    [InlineData(Activation.HardTanh, 0.51, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Relu6, 0.9, null)]
    [InlineData(Activation.Relu6, 0.96, SignalFault.DeadUnits)]
    [InlineData(Activation.Sigmoid, 0.51, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Relu, 0.51, null)]
    [InlineData(Activation.Relu, 0.95, null)]
    [InlineData(Activation.Relu, 0.96, SignalFault.DeadUnits)]
    public void Saturated_and_inactive_units_have_thresholds_of_their_own(Activation activation, double fraction, SignalFault? fault)
    {
        ThresholdCrossing? crossing = FirstIn([activation, Activation.Linear], [Sound with { SaturatedFraction = fraction }, Sound]);
        Assert.Equal(fault is null ? null : At(fault.Value, 0), crossing);
    }

    [Fact]
    public void Units_that_pass_nothing_explain_activations_that_vanish() => Assert.Equal(
        SignalFault.DeadUnits,
        FirstIn([Activation.Relu, Activation.Linear], [Sound with { SaturatedFraction = 1, ActivationStdDev = 1e-5 }, Sound])?.Fault);

    [Fact]
    public void The_last_layer_may_start_small_but_not_explode()
    {
        Assert.Null(FirstIn([Activation.Relu, Activation.Linear], [Sound, Sound with { ActivationStdDev = 1e-5 }]));
        Assert.Equal(
            At(SignalFault.ExplodingActivations, 1),
            FirstIn([Activation.Relu, Activation.Linear], [Sound, Sound with { ActivationStdDev = 1e5 }]));
    }

    [Theory]
    [InlineData(Activation.Sigmoid, 0, false)] // belongs to the loss
    [InlineData(Activation.Tanh, 2, false)] // starts where its author knows the targets to be
    [InlineData(Activation.Tanh, 0, true)]
    public void The_last_layer_may_be_saturated_where_that_is_meant(Activation activation, double lastBias, bool isReported)
    {
        ThresholdCrossing? crossing =
            FirstIn([Activation.Relu, activation], [Sound, Sound with { SaturatedFraction = 0.9 }], lastBias: lastBias);
        Assert.Equal(isReported ? At(SignalFault.SaturatedUnits, 1) : null, crossing);
    }

    [Fact]
    public void The_bias_of_the_last_layer_excuses_no_other() => Assert.Equal(
        At(SignalFault.SaturatedUnits, 0),
        FirstIn([Activation.Sigmoid, Activation.Linear], [Sound with { SaturatedFraction = 0.9 }, Sound], lastBias: 2));

    // As they flow, from the last layer back: the layer next to the output that has crossed is named, the first one says how bad it is.
    [Theory]
    [InlineData(new[] { 1e4, 1e3, 50, 1 }, 1)]
    [InlineData(new[] { 1e4, 1e3, 200, 1 }, 2)]
    [InlineData(new[] { 101.0, 1 }, 0)]
    public void Gradients_explode_where_they_first_do_on_their_way_back(double[] gradients, int layer)
    {
        ThresholdCrossing? crossing = FirstOfGradients(1, gradients);
        Assert.Equal(new ThresholdCrossing(SignalFault.ExplodingGradients, layer, 0), crossing);
        Assert.True(crossing!.IsOfGradient);
    }

    // What a weight gets is the gradient at its layer times the signal that comes in, here 1 from the input and the given one from layers.
    [Theory]
    [InlineData(0.002, new[] { 1e-4, 1e-3, 0.5, 1 }, 1, 3)]
    [InlineData(0.002, new[] { 0.002, 0.9, 1, 1 }, 0, 0)]
    [InlineData(0.0015, new[] { 0.0039, 0.9, 1, 1 }, 0, 0)]
    [InlineData(0.0015, new[] { 1e-4, 0.9, 0.8, 1 }, 0, 3)]
    [InlineData(0.0, new[] { 0.0, 0, 0, 1 }, 2, 0)] // zeros that bias noise hides
    public void Gradients_vanish_where_no_weight_gets_enough(double signal, double[] gradients, int layer, int largest) => Assert.Equal(
        new ThresholdCrossing(SignalFault.VanishingGradients, layer, largest), FirstOfGradients(signal, gradients));

    // Of a root mean square of √(1 + 3²), a thousandth must tell inputs apart.
    [Theory]
    [InlineData(0.0031, 1, null)]
    [InlineData(0.0031, 0.0039, SignalFault.IndistinguishableInputs)]
    [InlineData(0.0032, 0.0039, SignalFault.VanishingGradients)]
    public void A_signal_that_is_lost_explains_gradients_that_vanish(double signal, double gradient, SignalFault? fault)
    {
        LayerPrediction lost = Sound with { ActivationMean = 3, SignalStdDev = signal, GradientStdDev = gradient };
        LayerPrediction[] layers = [Sound with { GradientStdDev = gradient, SignalStdDev = 0.0039 }, lost, lost, Sound];
        ThresholdCrossing? crossing =
            FirstIn([Activation.Softplus, Activation.Softplus, Activation.Softplus, Activation.Linear], layers);
        Assert.Equal(fault, crossing?.Fault);
        Assert.True(fault != SignalFault.IndistinguishableInputs || crossing is { Layer: 1, MeasuredLayer: 1 });
    }

    [Theory]
    [InlineData(1, new[] { 1e-9, 1e-6, 1e-3, 1 })] // the last layer learns from what it gets
    [InlineData(1e-9, new[] { 0.004, 1, 1, 1 })] // on the threshold at the first
    [InlineData(1e-4, new[] { 1e-4 })] // a single layer
    [InlineData(double.NaN, new[] { 1e-4, 1, 1 })] // nothing is known of what layers pass on, but that all of it is 1
    [InlineData(1, new[] { 100.0, 1, 1 })]
    public void Where_any_weight_gets_a_gradient_none_vanishes(double signal, double[] gradients) =>
        Assert.Null(FirstOfGradients(signal, gradients));

    [Fact]
    public void Activations_that_vanish_are_harmless_where_weights_get_a_gradient_all_the_same()
    {
        LayerPrediction small = Sound with { ActivationStdDev = 1e-3, SignalStdDev = 1e-3 };
        Activation[] activations = [Activation.Relu, Activation.Relu, Activation.Linear];
        Assert.True(FirstIn(activations, [small, Sound, Sound])!.IsHarmless);
        LayerPrediction lost = small with { GradientStdDev = 1e-4 };
        Assert.Equal(At(SignalFault.VanishingActivations, 0) with { IsHarmless = false }, FirstIn(activations, [lost, lost, Sound]));
    }

    [Fact]
    public void What_is_harmless_hides_nothing_behind_it() => Assert.Equal(
        At(SignalFault.ExplodingActivations, 1),
        FirstIn(
            [Activation.Relu, Activation.Relu, Activation.Linear],
            [Sound with { ActivationStdDev = 1e-3 }, Sound with { ActivationStdDev = 1e3 }, Sound]));

    [Fact]
    public void Activations_come_before_gradients()
    {
        ThresholdCrossing? crossing = FirstIn(
            [Activation.Relu, Activation.Linear], [Sound with { GradientStdDev = 1e5, ActivationStdDev = 1e5 }, Sound]);
        Assert.Equal(At(SignalFault.ExplodingActivations, 0), crossing);
        Assert.False(crossing!.IsOfGradient);
    }

    [Theory]
    [InlineData(double.NaN)] // unknown
    [InlineData(0)] // passes nothing of the input
    public void Behind_a_layer_without_a_signal_no_activations_are_judged(double stdDev) => Assert.Null(
        FirstIn(
            [Activation.Relu, Activation.Tanh, Activation.Linear],
            [Sound with { PreActivationStdDev = stdDev }, Sound with { SaturatedFraction = 1 }, Sound]));

    [Fact]
    public void An_input_that_is_always_zero_crosses_nothing() => Assert.Null(
        FirstIn([Activation.Relu, Activation.Linear], [Sound with { ActivationStdDev = 1e9, GradientStdDev = 1e9 }, Sound], rootMeanSquare: 0));

    [Fact]
    public void Each_threshold_is_the_callers()
    {
        SignalThresholds strict = SignalThresholds.Default with
        {
            MaximumInactiveFraction = 0.5,
            MaximumActivationStdDev = 2,
            MinimumGradientStdDev = 0.5,
        };
        Activation[] activations = [Activation.Relu, Activation.Linear];
        Assert.Equal(SignalFault.DeadUnits, FirstIn(activations, [Sound with { SaturatedFraction = 0.6 }, Sound], thresholds: strict)?.Fault);
        Assert.Equal(
            SignalFault.ExplodingActivations,
            FirstIn(activations, [Sound with { ActivationStdDev = 3 }, Sound], thresholds: strict)?.Fault);
        Assert.Equal(
            SignalFault.VanishingGradients,
            FirstIn(activations, [Sound with { GradientStdDev = 0.4, SignalStdDev = 0.4 }, Sound], thresholds: strict)?.Fault);
    }

    // Of activations: small ones of which weights get a gradient all the same are harmless.
    private static ThresholdCrossing At(SignalFault fault, int layer) =>
        new(fault, layer, layer) { IsHarmless = fault == SignalFault.VanishingActivations };

    private static ThresholdCrossing? FirstOfGradients(double signal, double[] gradients) => FirstIn(
        [.. gradients.Select(_ => Activation.Linear)],
        [.. gradients.Select(gradient => Sound with { GradientStdDev = gradient, SignalStdDev = signal })]);

    private static ThresholdCrossing? FirstIn(
        IReadOnlyList<Activation> activations,
        IReadOnlyList<LayerPrediction> signal,
        double rootMeanSquare = 1,
        double lastBias = 0,
        SignalThresholds? thresholds = null) =>
        ThresholdCrossing.FindFirst(
            0,
            rootMeanSquare,
            [.. activations.Select(static (activation, index) => new JudgedLayer(activation, [index - 1], HasWeights: true))],
            lastBias,
            signal,
            thresholds ?? SignalThresholds.Default);
}
