using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class WindowMaximumTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    // Teichroew 1956, and for k = 2 and 3 in closed form.
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0.5641895835, 0.6816901138)]
    [InlineData(3, 0.8462843753, 0.5594672038)]
    [InlineData(4, 1.0293753730, 0.4917152369)]
    [InlineData(5, 1.1629644736, 0.4475340691)]
    [InlineData(10, 1.5387527308, 0.3443438233)]
    public void The_largest_of_independent_normal_values_has_the_moments_of_the_order_statistic(int count, double mean, double variance)
    {
        WindowMaximum largest = Of(LinearFunction.Instance, 0, count);
        Close.Equal(mean, largest.Rise, 1e-9, 1e-12);
        Close.Equal(variance, largest.StdDev * largest.StdDev, 1e-9);
        Close.Equal(variance, largest.Difference * largest.Difference, 1e-9);
        Close.Equal(variance, largest.BetweenPositions * largest.BetweenPositions, 1e-9);
    }

    // The second moment of the largest of k rectified normal values that are equally correlated, by nested quadrature in Python.
    [Theory]
    [InlineData(2, 0, 0.909155)]
    [InlineData(3, 0, 1.251565)]
    [InlineData(4, 0, 1.543785)]
    [InlineData(9, 0, 2.562559)]
    [InlineData(4, 0.25, 1.3836)]
    [InlineData(4, 0.5, 1.2)]
    [InlineData(4, 0.75, 0.9731)]
    [InlineData(4, 0.9, 0.7857)]
    [InlineData(4, 0.99, 0.5848)]
    [InlineData(4, 1, 0.5)]
    [InlineData(9, 0.25, 2.1680)]
    [InlineData(9, 0.75, 1.2967)]
    [InlineData(9, 0.95, 0.8048)]
    public void The_largest_of_rectified_values_grows_with_how_different_they_are(int count, double correlation, double secondMoment)
    {
        WindowMaximum largest = Of(ReluFunction.Instance, correlation, count);
        GaussianMoments any = GaussianMoments.Of(ReluFunction.Instance, 0, 1);
        double mean = any.ActivationMean + (largest.Rise * any.ActivationStdDev);
        double stdDev = largest.StdDev * any.ActivationStdDev;
        Close.Equal(secondMoment, (mean * mean) + (stdDev * stdDev), 1e-4);
    }

    // None of k values is positive with probability 2⁻ᵏ where they are independent, and 1/(k + 1) where they are correlated by half
    // (Gupta 1963, section 3).
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void The_slope_at_the_largest_is_that_of_a_unit_that_is_active_in_some_place(int count)
    {
        Close.Equal(2 * (1 - Math.Pow(2, -count)), Of(ReluFunction.Instance, 0, count).SlopeGain, 1e-9);
        Close.Equal(2 * (1 - (1.0 / (count + 1))), Of(ReluFunction.Instance, 0.5, count).SlopeGain, 1e-9);
        Close.Equal(1, Of(ReluFunction.Instance, 1, count).SlopeGain, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Of_equal_values_and_of_a_single_one_the_largest_is_any(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        foreach (WindowMaximum largest in (WindowMaximum[])[Of(function, 1, 4), Of(function, 0.3, 1)])
        {
            Close.Equal(0, largest.Rise, 0, 1e-9);
            Close.Equal(1, largest.StdDev, 1e-9);
            Close.Equal(1, largest.SlopeGain, 1e-9);
        }
    }

    // Two inputs, each with two windows of positions: what they all share, what an input has of its own, and what a position has.
    [Theory]
    [InlineData(Activation.Relu, 0, 0, 0.3, 4)]
    [InlineData(Activation.Relu, 0, 0.2, 0.6, 2)]
    [InlineData(Activation.Relu, -0.5, 0.1, 0.2, 9)]
    [InlineData(Activation.Tanh, 0, 0, 0.5, 4)]
    [InlineData(Activation.Tanh, 0.2, 0.3, 0.4, 9)]
    [InlineData(Activation.Gelu, 0, 0.1, 0.4, 4)]
    [InlineData(Activation.Silu, 0, 0, 0, 2)]
    [InlineData(Activation.Sigmoid, 0, 0.5, 0.9, 4)]
    public void What_is_predicted_is_what_draws_of_windows_show(
        Activation activation, double mean, double betweenInputs, double betweenPositions, int count)
    {
        const int Draws = 50_000;
        ActivationFunction function = ActivationFunction.Of(activation);
        var random = new Random(1);
        double sum = 0;
        double squares = 0;
        double slopes = 0;
        double anySlopes = 0;
        double positions = 0;
        double inputs = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            double[] apart = NormalDraws.Of(random, 3);
            double shared = mean + (Math.Sqrt(betweenInputs) * apart[0]);
            double ofOne = shared + (Math.Sqrt(betweenPositions - betweenInputs) * apart[1]);
            double ofOther = shared + (Math.Sqrt(betweenPositions - betweenInputs) * apart[2]);
            double[] window = Window(ofOne);
            double winner = window.MaxBy(function.Value);
            double largest = function.Value(winner);
            sum += largest / Draws;
            squares += largest * largest / Draws;
            slopes += Math.Pow(function.Derivative(winner), 2) / Draws;
            anySlopes += Math.Pow(function.Derivative(window[0]), 2) / Draws;
            positions += Math.Pow(largest - Window(ofOne).Max(function.Value), 2) / 2 / Draws;
            inputs += Math.Pow(largest - Window(ofOther).Max(function.Value), 2) / 2 / Draws;
        }

        WindowMaximum predicted = WindowMaximum.Of(
            function,
            new Signal(mean, 1, Math.Sqrt(1 - betweenInputs)) { BetweenPositions = Math.Sqrt(1 - betweenPositions) },
            count);
        GaussianMoments any = GaussianMoments.Of(function, mean, 1);
        double unit = any.ActivationStdDev;
        Close.Equal(sum, any.ActivationMean + (predicted.Rise * unit), 0.02);
        Close.Equal(Math.Sqrt(squares - (sum * sum)), predicted.StdDev * unit, 0.02);
        Close.Equal(slopes / anySlopes, predicted.SlopeGain, 0.02);
        Close.Equal(Math.Sqrt(positions), predicted.BetweenPositions * unit, 0.05);
        Close.Equal(Math.Sqrt(inputs), predicted.Difference * unit, 0.05);

        double[] Window(double center) => NormalDraws.Of(random, count, center, Math.Sqrt(1 - betweenPositions));
    }

    private static WindowMaximum Of(ActivationFunction function, double correlation, double count) => WindowMaximum.Of(
        function, new Signal(0, 1, 1) { BetweenPositions = Math.Sqrt(1 - correlation) }, count);
}
