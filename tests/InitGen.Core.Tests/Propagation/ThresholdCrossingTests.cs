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
        SaturatedFraction = 0,
        GradientStdDev = 1,
    };

    [Fact]
    public void A_sound_signal_crosses_nothing()
    {
        Assert.Null(FirstIn([Activation.Relu, Activation.Tanh, Activation.Linear], [Sound, Sound, Sound]));
        Assert.Null(FirstIn([Activation.Linear], [Sound]));
    }

    // The thresholds are 0.01 and 100 times the input's root mean square, here 2; to lie on one is not to cross it.
    [Theory]
    [InlineData(0.02, null)]
    [InlineData(0.0199, SignalFault.VanishingActivations)]
    [InlineData(200, null)]
    [InlineData(200.1, SignalFault.ExplodingActivations)]
    public void Activations_are_held_to_the_scale_of_the_input(double stdDev, SignalFault? fault)
    {
        LayerPrediction[] signal = [Sound, Sound with { ActivationStdDev = stdDev }, Sound];
        ThresholdCrossing? crossing = FirstIn([Activation.Relu, Activation.Relu, Activation.Linear], signal, rootMeanSquare: 2);
        Assert.Equal(fault is null ? null : new ThresholdCrossing(fault.Value, 1), crossing);
    }

    [Fact]
    public void The_first_of_several_layers_is_named()
    {
        LayerPrediction vanished = Sound with { ActivationStdDev = 1e-3 };
        Assert.Equal(
            new ThresholdCrossing(SignalFault.VanishingActivations, 1),
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
        Assert.Equal(fault is null ? null : new ThresholdCrossing(fault.Value, 1), crossing);
    }

    [Fact]
    public void A_bounded_activation_does_not_raise_the_scale_of_a_small_input() => Assert.Null(
        FirstIn([Activation.Tanh, Activation.Linear], [Sound with { ActivationStdDev = 0.0011 }, Sound], rootMeanSquare: 0.1));

    [Theory]
    [InlineData(Activation.Tanh, 0.25, null)]
    [InlineData(Activation.Tanh, 0.26, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Softsign, 0.26, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Sigmoid, 0.26, SignalFault.SaturatedUnits)]
    [InlineData(Activation.Relu, 0.26, null)]
    [InlineData(Activation.Relu, 0.95, null)]
    [InlineData(Activation.Relu, 0.96, SignalFault.DeadUnits)]
    public void Saturated_and_inactive_units_have_thresholds_of_their_own(Activation activation, double fraction, SignalFault? fault)
    {
        ThresholdCrossing? crossing = FirstIn([activation, Activation.Linear], [Sound with { SaturatedFraction = fraction }, Sound]);
        Assert.Equal(fault is null ? null : new ThresholdCrossing(fault.Value, 0), crossing);
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
            new ThresholdCrossing(SignalFault.ExplodingActivations, 1),
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
        Assert.Equal(isReported ? new ThresholdCrossing(SignalFault.SaturatedUnits, 1) : null, crossing);
    }

    [Fact]
    public void The_bias_of_the_last_layer_excuses_no_other() => Assert.Equal(
        new ThresholdCrossing(SignalFault.SaturatedUnits, 0),
        FirstIn([Activation.Sigmoid, Activation.Linear], [Sound with { SaturatedFraction = 0.9 }, Sound], lastBias: 2));

    // As they flow, from the last layer back: the layer next to the output that has crossed is named, the first one says how bad it is.
    [Theory]
    [InlineData(new[] { 1e-4, 1e-3, 0.5, 1 }, SignalFault.VanishingGradients, 1)]
    [InlineData(new[] { 1e4, 1e3, 50, 1 }, SignalFault.ExplodingGradients, 1)]
    [InlineData(new[] { 1e4, 1e3, 200, 1 }, SignalFault.ExplodingGradients, 2)]
    [InlineData(new[] { 1e-4, 0.5, 0.5, 1 }, SignalFault.VanishingGradients, 0)]
    public void Gradients_cross_where_they_first_do_on_their_way_back(double[] gradients, SignalFault fault, int layer)
    {
        ThresholdCrossing? crossing = FirstOfGradients(gradients);
        Assert.Equal(new ThresholdCrossing(fault, layer), crossing);
        Assert.True(crossing!.IsOfGradient);
        Assert.Equal(0, crossing.MeasuredLayer);
    }

    [Theory]
    [InlineData(0.01, 1.0, 1.0)] // on a threshold
    [InlineData(0.01, 2.0, 1.0)]
    [InlineData(0.005, 0.5, 1.0)] // on that times the gradient of the last hidden layer
    [InlineData(100.0, 1.0, 1.0)]
    [InlineData(1.0, 1e-4, 1.0)] // back within them at the first layer
    [InlineData(1.0, 1e4, 1.0)]
    [InlineData(0.0, 0.0, 1.0)] // nothing flows behind zeros
    [InlineData(0.0, 1.0, 1.0)]
    [InlineData(1e-4, 1e-3, 1.0)] // small weights in the last layer shrink all alike
    public void Gradients_that_reach_the_first_layer_cross_nothing(params double[] gradients) => Assert.Null(FirstOfGradients(gradients));

    [Fact]
    public void The_gradient_of_a_single_layer_is_its_own_measure()
    {
        Assert.Equal(new ThresholdCrossing(SignalFault.ExplodingGradients, 0), FirstOfGradients(101));
        Assert.Null(FirstOfGradients(0.009));
    }

    [Fact]
    public void Activations_come_before_gradients()
    {
        ThresholdCrossing? crossing = FirstIn(
            [Activation.Relu, Activation.Linear], [Sound with { GradientStdDev = 1e5, ActivationStdDev = 1e5 }, Sound]);
        Assert.Equal(new ThresholdCrossing(SignalFault.ExplodingActivations, 0), crossing);
        Assert.False(crossing!.IsOfGradient);
    }

    [Fact]
    public void The_layer_that_says_how_bad_it_is_is_that_of_the_activations() =>
        Assert.Equal(3, new ThresholdCrossing(SignalFault.ExplodingActivations, 3).MeasuredLayer);

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
        SignalThresholds strict = SignalThresholds.Default with { MaximumInactiveFraction = 0.5, MaximumActivationStdDev = 2, MinimumGradientStdDev = 0.5 };
        Activation[] activations = [Activation.Relu, Activation.Linear];
        Assert.Equal(SignalFault.DeadUnits, FirstIn(activations, [Sound with { SaturatedFraction = 0.6 }, Sound], thresholds: strict)?.Fault);
        Assert.Equal(SignalFault.ExplodingActivations, FirstIn(activations, [Sound with { ActivationStdDev = 3 }, Sound], thresholds: strict)?.Fault);
        Assert.Equal(
            SignalFault.VanishingGradients,
            FirstIn([Activation.Relu, .. activations], [Sound with { GradientStdDev = 0.4 }, Sound, Sound], thresholds: strict)?.Fault);
    }

    private static ThresholdCrossing? FirstOfGradients(params double[] gradients) => FirstIn(
        [.. gradients.Select(_ => Activation.Linear)],
        [.. gradients.Select(gradient => Sound with { GradientStdDev = gradient })]);

    private static ThresholdCrossing? FirstIn(
        IReadOnlyList<Activation> activations,
        IReadOnlyList<LayerPrediction> signal,
        double rootMeanSquare = 1,
        double lastBias = 0,
        SignalThresholds? thresholds = null) =>
        ThresholdCrossing.FindFirst(rootMeanSquare, activations, lastBias, signal, thresholds ?? SignalThresholds.Default);
}
