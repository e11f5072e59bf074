using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Activations;
using InitGen.Mathematics;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Activations;

public class ActivationFunctionTests
{
    private const double Slope = 0.01;

    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    public static TheoryData<string> ReferenceRows => [.. ReferenceData.ReadLines("activations.csv").Skip(1)];

    [Theory]
    [MemberData(nameof(ReferenceRows))]
    public void Values_and_derivatives_have_all_their_digits(string row)
    {
        string[] cells = row.Split(',');
        double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        ActivationFunction function = ActivationFunction.Of(Enum.Parse<Activation>(cells[0]), Slope);
        Close.Equal(numbers[1], function.Value(numbers[0]), 4e-15);
        Close.Equal(numbers[2], function.Derivative(numbers[0]), 4e-15);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Derivatives_agree_with_finite_differences(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        const double Step = 1e-5;
        foreach (double z in Grid(-20, 20, 0.0371))
        {
            double difference = (function.Value(z + Step) - function.Value(z - Step)) / (2 * Step);
            Close.Equal(difference, function.Derivative(z), 0, 2e-9);
        }
    }

    // Numerically, whatever the function says of itself.
    [Theory]
    [MemberData(nameof(Activations))]
    public void A_rectifier_passes_a_third_to_a_half_of_the_variance_and_large_values_as_they_are(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        double passed = GaussianMoments.Of(function, 0, 1).ActivationSecondMoment;
        Assert.Equal(passed is > 0.33 and < 0.55 && function.Value(4) > 3.9, function.IsRectifier);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Units_saturate_between_two_bounds_and_are_inactive_under_a_rectifier(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        bool isFlatAtBothEnds = function.IsSaturated(1e6) && function.IsSaturated(-1e6);
        Assert.Equal(isFlatAtBothEnds, function.IsBounded);
        Assert.Equal(isFlatAtBothEnds && activation != Activation.Relu6, function.IsSigmoidal);
        Assert.Equal(function.IsSigmoidal, activation.IsSigmoidal());
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_homogeneous_function_scales_with_its_argument(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        Assert.Equal(Grid(-5, 5, 0.37).All(z => Math.Abs(function.Value(3 * z) - (3 * function.Value(z))) < 1e-12), function.IsHomogeneous);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Xavier_suits_what_is_symmetric_about_0_and_no_flatter_with_scale_and_He_what_is_straight_on_either_side(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, 0.2);
        bool isSymmetric = Grid(0, 9, 0.37).All(z =>
            Math.Abs(function.Value(z) + function.Value(-z) - (2 * function.Value(0))) < 1e-12);
        bool isStraight = Grid(0.1, 5, 0.37).All(z => function.Value(z) == z && function.Value(-z) == -z * function.NegativeSlope);

        // Softsign is symmetric, but loses its slope at once, and the hard sigmoid is flat where a sigmoid is not yet.
        Assert.Equal(isSymmetric && activation is not (Activation.Softsign or Activation.HardSigmoid), function.SuitsXavier);
        Assert.Equal(isStraight, function.SuitsHe);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void What_is_bounded_stays_in_its_range(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        Assert.Equal(Math.Abs(function.Value(1e6)) < 10 && Math.Abs(function.Value(-1e6)) < 10, function.IsBounded);
    }

    [Fact]
    public void Every_activation_has_a_name_of_its_own()
    {
        string[] names = [.. Enum.GetValues<Activation>().Select(static activation => ActivationFunction.Of(activation).DisplayName)];
        Assert.DoesNotContain("", names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_derivative_bound_is_the_largest_slope(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        double largest = Grid(-50, 50, 1e-3).Append(-1e-300).Append(Math.BitDecrement(3)).Max(z => Math.Abs(function.Derivative(z)));
        Assert.InRange(largest, function.DerivativeBound * (1 - 1e-6), function.DerivativeBound * (1 + 1e-15));
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_saturated_intervals_hold_all_z_that_pass_under_one_percent_of_the_gradient_and_no_other(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        foreach (double z in Grid(-60, 60, 1.01e-3))
        {
            bool isInside = function.SaturatedIntervals.Any(interval => interval.Lower < z && z < interval.Upper);
            Assert.Equal(Math.Abs(function.Derivative(z)) < 0.01 * function.DerivativeBound, isInside);
        }
    }

    [Fact]
    public void Saturated_intervals_are_maximal_and_end_where_the_derivative_crosses_one_percent()
    {
        const double TanhEnd = 2.9932228461263808979126677137742; // arcosh(10)
        const double SigmoidEnd = 5.9864456922527617958253354275484; // 2·arcosh(10)
        AssertIntervals(Activation.Tanh, Slope, (double.NegativeInfinity, -TanhEnd), (TanhEnd, double.PositiveInfinity));
        AssertIntervals(Activation.Sigmoid, Slope, (double.NegativeInfinity, -SigmoidEnd), (SigmoidEnd, double.PositiveInfinity));
        AssertIntervals(Activation.Softsign, Slope, (double.NegativeInfinity, -9), (9, double.PositiveInfinity));
        AssertIntervals(Activation.Softplus, Slope, (double.NegativeInfinity, -4.5951198501345899268524340518106)); // ln(1/99)
        AssertIntervals(Activation.Elu, Slope, (double.NegativeInfinity, -4.6051701859880913680359829093687)); // ln(1/100)
        AssertIntervals(Activation.Relu, Slope, (double.NegativeInfinity, 0));
        AssertIntervals(Activation.Relu6, Slope, (double.NegativeInfinity, 0), (6, double.PositiveInfinity));
        AssertIntervals(Activation.HardTanh, Slope, (double.NegativeInfinity, -1), (1, double.PositiveInfinity));
        AssertIntervals(Activation.HardSigmoid, Slope, (double.NegativeInfinity, -3), (3, double.PositiveInfinity));
        AssertIntervals(Activation.HardSwish, Slope, (double.NegativeInfinity, -3), (-1.545, -1.455)); // |2z + 3|/6 < 0.015
        AssertIntervals(Activation.Linear, Slope);
    }

    [Fact]
    public void A_leaky_relu_saturates_only_where_its_slopes_differ_more_than_a_hundredfold()
    {
        AssertIntervals(Activation.LeakyRelu, 0.01);
        AssertIntervals(Activation.LeakyRelu, 0.009, (double.NegativeInfinity, 0));
        AssertIntervals(Activation.LeakyRelu, -0.2);
        AssertIntervals(Activation.LeakyRelu, 0, (double.NegativeInfinity, 0));
        AssertIntervals(Activation.LeakyRelu, 200, (0, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(Activation.Gelu)]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.Mish)]
    [InlineData(Activation.GeluTanh)]
    [InlineData(Activation.HardSwish)]
    public void A_function_with_a_minimum_also_saturates_there(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        Assert.Equal(2, function.SaturatedIntervals.Count);
        Interval minimum = function.SaturatedIntervals[1];
        Assert.True(function.Derivative(minimum.Lower) < 0 && function.Derivative(minimum.Upper) > 0);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Kinks_are_where_the_derivative_jumps(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        IEnumerable<double> jumps = Grid(-8, 8, 1.0 / 64)
            .Where(z => Math.Abs(function.Derivative(z + 1e-9) - function.Derivative(z - 1e-9)) > 1e-3);
        Assert.Equal(function.Kinks, jumps);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Nothing_overflows_or_is_undefined_for_any_finite_z(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        foreach (double size in (double[])[0, double.Epsilon, 1e-300, 1e-20, 37, 710, 800, 1e10, 1e154, 1e300, 1.7e308])
        {
            foreach (double z in (double[])[size, -size])
            {
                Assert.True(double.IsFinite(function.Value(z)), $"{activation}({z})");
                Assert.InRange(Math.Abs(function.Derivative(z)), 0, function.DerivativeBound);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_range_holds_all_values_and_comes_close_to_both_bounds(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        double smallest = Grid(-1e4, 1e4, 0.7).Min(function.Value);
        double largest = Grid(-1e4, 1e4, 0.7).Max(function.Value);
        if (function.Range is Interval range)
        {
            Assert.InRange(smallest, range.Lower, range.Lower + 1e-3);
            Assert.InRange(largest, range.Upper - 1e-3, range.Upper);
        }
        else
        {
            Assert.True(largest > 1e3);
        }
    }

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Softsign)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.HardTanh)]
    public void Odd_functions_are_odd_to_the_last_digit(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, Slope);
        Assert.All(Grid(0, 30, 0.0123), z => Assert.Equal(-function.Value(z), function.Value(-z)));
    }

    [Fact]
    public void Softmax_is_predicted_as_its_logits() =>
        Assert.IsType<LinearFunction>(ActivationFunction.Of(Activation.Softmax));

    [Fact]
    public void An_activation_that_does_not_exist_is_refused() => Assert.StartsWith(
        "There is no such activation.",
        Assert.Throws<ArgumentOutOfRangeException>("activation", () => ActivationFunction.Of((Activation)99, Slope)).Message,
        StringComparison.Ordinal);

    // As PyTorch's autograd has it: relu'(0) = 0, leaky_relu'(0) = slope, selu'(0) = λ·α; outside the middle of what is cut off.
    [Theory]
    [InlineData(Activation.Relu, 0, 0)]
    [InlineData(Activation.LeakyRelu, 0, 0.2)]
    [InlineData(Activation.Selu, 0, 1.7580993408473766)]
    [InlineData(Activation.Relu6, 0, 0)]
    [InlineData(Activation.Relu6, 6, 0)]
    [InlineData(Activation.HardTanh, -1, 0)]
    [InlineData(Activation.HardTanh, 1, 0)]
    [InlineData(Activation.HardSigmoid, -3, 0)]
    [InlineData(Activation.HardSigmoid, 3, 0)]
    [InlineData(Activation.HardSwish, -3, 0)]
    [InlineData(Activation.HardSwish, 3, 1)]
    public void At_a_kink_the_derivative_is_that_of_PyTorch(Activation activation, double kink, double derivative) =>
        Close.Equal(derivative, ActivationFunction.Of(activation, slope: 0.2).Derivative(kink), 1e-15);

    // |GELU − its tanh form|, of which Hendrycks and Gimpel 2016 say that it is enough of an approximation.
    [Fact]
    public void The_tanh_form_of_GELU_is_near_it() => Assert.All(Grid(-10, 10, 0.01), static z => Close.Equal(
        ActivationFunction.Of(Activation.Gelu).Value(z), ActivationFunction.Of(Activation.GeluTanh).Value(z), 0, 5e-4));

    private static void AssertIntervals(Activation activation, double slope, params (double Lower, double Upper)[] expected)
    {
        IReadOnlyList<Interval> actual = ActivationFunction.Of(activation, slope).SaturatedIntervals;
        Assert.Equal(expected.Length, actual.Count);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.Equal(expected[i].Lower, actual[i].Lower, 1e-13);
            Close.Equal(expected[i].Upper, actual[i].Upper, 1e-13);
        }
    }

    private static IEnumerable<double> Grid(double from, double to, double step)
    {
        for (int i = 0; from + (i * step) <= to; i++)
        {
            yield return from + (i * step);
        }
    }
}
