using System;
using System.Globalization;
using System.Linq;
using InitGen.Activations;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class PairQuadratureTests
{
    private const double Tolerance = 1e-5;
    private const double DerivativeTolerance = 1e-4;

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    public static TheoryData<string> ReferenceRows => [.. ReferenceData.ReadLines("pair-moments.csv").Skip(1)];

    [Theory]
    [MemberData(nameof(ReferenceRows))]
    public void Every_reference_row_is_reproduced(string row)
    {
        string[] columns = row.Split(',');
        double[] numbers = [.. columns.Skip(1).Select(column => double.Parse(column, CultureInfo.InvariantCulture))];
        var function = ActivationFunction.Of(Enum.Parse<Activation>(columns[0]), numbers[0]);
        PairMoments moments = Integrate(function, numbers[1], numbers[2], numbers[3]);
        Close.Equal(numbers[4], moments.SignalStdDev, Tolerance);

        // Of a straight line the reference has an error of rounding.
        Close.Equal(numbers[5], moments.DerivativeStdDev, DerivativeTolerance, 1e-11);
    }

    // Cho and Saul 2009, equations 3 to 6; cos θ = 1 − difference².
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    public void Two_inputs_of_a_ReLU_have_the_arc_cosine_kernel(double difference)
    {
        double expected = Math.Sqrt(ReluSignalSquared(difference));
        Close.Equal(expected, SignalOf(ReluFunction.Instance, 0, 1, difference), Tolerance);
        Close.Equal(1e200 * expected, SignalOf(ReluFunction.Instance, 0, 1e200, 1e200 * difference), Tolerance);
    }

    // Cho and Saul 2009, equation 3 with n = 0: E[φ'(z)·φ'(z')] = (π − θ)/(2π).
    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    public void The_slopes_of_a_ReLU_differ_by_the_angle_between_inputs(double difference)
    {
        double angle = 2 * Math.Asin(difference / Math.Sqrt(2));
        double expected = Math.Sqrt(angle / (2 * Math.PI));
        Close.Equal(expected, Integrate(ReluFunction.Instance, 0, 1, difference).DerivativeStdDev, Tolerance);
        Close.Equal(expected, Integrate(ReluFunction.Instance, 0, 1e200, 1e200 * difference).DerivativeStdDev, Tolerance);
    }

    // Far out, a bounded function is a step (Williams 1997, equation 11, as its argument goes to infinity) and another ReLU.
    [Theory]
    [MemberData(nameof(Activations))]
    public void Under_a_wide_distribution_only_the_ends_of_a_function_count(Activation activation)
    {
        const double StdDev = 1e7;
        ActivationFunction function = ActivationFunction.Of(activation, slope: 0);
        foreach (double difference in (double[])[0.9, 0.3, 0.05])
        {
            double step = function.Range is { } range ? (range.Upper - range.Lower) / 2 : 0;
            double expected = activation is Activation.Linear or Activation.Softmax ? StdDev * difference
                : step > 0 ? step * Math.Sqrt(1 - (2 / Math.PI * Math.Asin(1 - (difference * difference))))
                : StdDev * function.Derivative(30) * Math.Sqrt(ReluSignalSquared(difference));
            Close.Equal(expected, SignalOf(function, 0, StdDev, StdDev * difference), 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Inputs_that_have_nothing_in_common_differ_by_all_and_equal_ones_by_nothing(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, 0.01);
        foreach ((double mean, double stdDev) in ((double, double)[])[(0, 1), (0.3, 1.7), (-2, 6), (5, 40)])
        {
            Close.Equal(GaussianMoments.Of(function, mean, stdDev).ActivationStdDev, SignalOf(function, mean, stdDev, stdDev), Tolerance);
            Assert.Equal(0, SignalOf(function, mean, stdDev, 0));
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Where_inputs_are_close_the_two_ways_to_the_signal_meet(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, 0.01);
        double below = SignalOf(function, 0.4, 1.3, 0.99e-5);
        double above = SignalOf(function, 0.4, 1.3, 1.01e-5);
        Close.Equal(1.01 / 0.99, above / below, 2 * Tolerance);
    }

    // (1 − cos θ)/2 − (sin θ − θ·cos θ)/(2π), which keeps its digits where θ is small.
    private static double ReluSignalSquared(double difference)
    {
        double angle = 2 * Math.Asin(difference / Math.Sqrt(2));
        return (difference * difference / 2) - ((Math.Sin(angle) - (angle * Math.Cos(angle))) / (2 * Math.PI));
    }

    private static double SignalOf(ActivationFunction function, double mean, double stdDev, double difference) =>
        Integrate(function, mean, stdDev, difference).SignalStdDev;

    private static PairMoments Integrate(ActivationFunction function, double mean, double stdDev, double difference) =>
        PairQuadrature.Integrate(
            function, mean, stdDev, difference, GaussianMoments.Of(function, mean, stdDev).DerivativeSecondMoment);
}
