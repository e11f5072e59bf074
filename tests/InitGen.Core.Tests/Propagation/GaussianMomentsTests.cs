using System;
using System.Globalization;
using System.Linq;
using InitGen.Activations;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class GaussianMomentsTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    public static TheoryData<string> ReferenceRows => [.. ReferenceData.ReadLines("moments.csv").Skip(1)];

    public static TheoryData<string> WideReferenceRows => [.. ReferenceData.ReadLines("wide-moments.csv").Skip(1)];

    [Theory]
    [MemberData(nameof(ReferenceRows))]
    public void Every_reference_row_is_reproduced(string row)
    {
        (ActivationFunction function, double[] numbers) = Parse(row);
        GaussianMoments actual = GaussianMoments.Of(function, numbers[1], numbers[2]);
        Close.Equal(numbers[3], actual.ActivationMean, 1e-11, 1e-15);
        Close.Equal(numbers[4], actual.ActivationSecondMoment, 1e-11, 1e-15);
        Close.Equal(numbers[5], actual.DerivativeMean, 1e-11, 1e-15);
        Close.Equal(numbers[6], actual.DerivativeSecondMoment, 1e-11, 1e-15);
        Close.Equal(numbers[7], actual.SaturatedFraction, 1e-7, 1e-15); // the reference loses digits in the upper tail
    }

    [Theory]
    [MemberData(nameof(WideReferenceRows))]
    public void Very_narrow_and_very_wide_distributions_are_as_exact(string row)
    {
        (ActivationFunction function, double[] numbers) = Parse(row);
        GaussianMoments actual = GaussianMoments.Of(function, numbers[1], numbers[2]);
        Close.Equal(numbers[3], actual.ActivationMean, 1e-11, 1e-15);
        Close.Equal(numbers[4], actual.ActivationStdDev, 1e-9, 1e-10);
        Close.Equal(numbers[5], actual.DerivativeMean, 1e-11, 1e-15);
        Close.Equal(numbers[6], actual.DerivativeSecondMoment, 1e-11, 1e-15);
    }

    // Of ReLU, κ = 5 and a = 1; of a linear function 2 and 1 (Hanin and Nica 2018).
    [Theory]
    [InlineData(Activation.Linear, 2, 1)]
    [InlineData(Activation.Relu, 5, 1)]
    [InlineData(Activation.Elu, 2.8, 0.89)]
    [InlineData(Activation.Selu, 1.5, 0.78)]
    [InlineData(Activation.Gelu, 6.2, 1.14)]
    [InlineData(Activation.Silu, 6.3, 1.17)]
    [InlineData(Activation.Mish, 5.4, 1.08)]
    [InlineData(Activation.Softplus, 1.8, 0.49)]
    [InlineData(Activation.Softsign, 0.6, 0.48)]
    [InlineData(Activation.Sigmoid, 0.5, 0.11)]
    [InlineData(Activation.Tanh, 0.6, 0.46)]
    [InlineData(Activation.Relu6, 5, 1)]
    [InlineData(Activation.GeluTanh, 6.2, 1.144)]
    [InlineData(Activation.HardSwish, 6.67, 1.224)]
    [InlineData(Activation.HardSigmoid, 0.38, 0.097)]
    [InlineData(Activation.HardTanh, 0.61, 0.385)]
    public void A_second_moment_varies_from_seed_to_seed_as_simulations_show(Activation activation, double spread, double slope)
    {
        GaussianMoments moments = GaussianMoments.Of(ActivationFunction.Of(activation, 0.01), 0, 1);
        Close.Equal(spread, moments.SecondMomentSpread, 0, 0.06);
        Close.Equal(slope, moments.SecondMomentSlope, 0, 0.006);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Slopes_are_those_of_finite_differences(Activation activation)
    {
        const double Step = 1e-4;
        ActivationFunction function = ActivationFunction.Of(activation, 0.01);
        foreach ((double mean, double stdDev) in ((double, double)[])[(0, 1), (0.6, 0.8), (-1, 2.5)])
        {
            GaussianMoments at = GaussianMoments.Of(function, mean, stdDev);
            GaussianMoments below = GaussianMoments.Of(function, mean, stdDev * Math.Exp(-Step / 2));
            GaussianMoments above = GaussianMoments.Of(function, mean, stdDev * Math.Exp(Step / 2));
            Close.Equal(Slope(moments => Math.Log(moments.ActivationSecondMoment)), at.SecondMomentSlope, 1e-6, 1e-7);
            Close.Equal(Slope(moments => 2 * Math.Log(moments.ActivationStdDev)), at.VarianceSlope, 1e-6, 1e-7);
            Close.Equal(Slope(moments => Math.Log(moments.DerivativeSecondMoment)), at.DerivativeSlope, 1e-6, 1e-7);

            double Slope(Func<GaussianMoments, double> of) => (of(above) - of(below)) / (2 * Step);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_point_mass_has_the_values_of_its_point(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, 0.01);
        foreach (double z in (double[])[-50, -1, 0, 0.7, 1e5])
        {
            GaussianMoments actual = GaussianMoments.Of(function, z, 0);
            Assert.Equal(function.Value(z), actual.ActivationMean);
            Assert.Equal(0, actual.ActivationStdDev);
            Assert.Equal(function.Derivative(z), actual.DerivativeMean);
            Assert.Equal(Math.Abs(function.Derivative(z)) < 0.01 * function.DerivativeBound ? 1 : 0, actual.SaturatedFraction);
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_small_spread_about_a_large_value_keeps_its_digits(Activation activation)
    {
        ActivationFunction function = ActivationFunction.Of(activation, 0.01);
        foreach (double stdDev in (double[])[1e-5, 1e-6, 1e-7, 1.1e-8, 0.9e-8, 1e-12, 1e-100, 1e-300])
        {
            Close.Equal(function.Derivative(0.7) * stdDev, GaussianMoments.Of(function, 0.7, stdDev).ActivationStdDev, 1e-7);
        }
    }

    [Theory]
    [InlineData(Activation.Relu, 1)]
    [InlineData(Activation.LeakyRelu, 1)]
    [InlineData(Activation.Elu, 1)]
    [InlineData(Activation.Selu, 1.0507009873554805)]
    [InlineData(Activation.Gelu, 1)]
    [InlineData(Activation.Silu, 1)]
    [InlineData(Activation.Mish, 1)]
    [InlineData(Activation.Softplus, 1)]
    [InlineData(Activation.GeluTanh, 1)]
    [InlineData(Activation.HardSwish, 1)]
    public void Under_an_extremely_wide_distribution_all_rectifiers_are_alike(Activation activation, double slope)
    {
        GaussianMoments actual = GaussianMoments.Of(ActivationFunction.Of(activation, 0), 0, 1e300);
        Close.Equal(slope * 1e300 / Math.Sqrt(2 * Math.PI), actual.ActivationMean, 1e-13);
        Close.Equal(slope * 1e300 * Math.Sqrt(0.5 - (1 / (2 * Math.PI))), actual.ActivationStdDev, 1e-13);
        Close.Equal(slope / 2, actual.DerivativeMean, 1e-13);
        Close.Equal(0.5, actual.SaturatedFraction, 1e-13);
    }

    [Theory]
    [InlineData(Activation.Tanh, 0, 1)]
    [InlineData(Activation.Softsign, 0, 1)]
    [InlineData(Activation.Sigmoid, 0.5, 0.5)]
    [InlineData(Activation.HardTanh, 0, 1)]
    [InlineData(Activation.HardSigmoid, 0.5, 0.5)]
    [InlineData(Activation.Relu6, 3, 3)]
    public void Under_an_extremely_wide_distribution_bounded_functions_are_a_coin_toss(Activation activation, double mean, double stdDev)
    {
        foreach (double width in (double[])[1e100, 1e300, double.PositiveInfinity])
        {
            GaussianMoments actual = GaussianMoments.Of(ActivationFunction.Of(activation, 0), 0, width);
            Close.Equal(mean, actual.ActivationMean, 0, 1e-14);
            Close.Equal(stdDev, actual.ActivationStdDev, 1e-13);
            Close.Equal(1, actual.SaturatedFraction, 1e-13);
        }
    }

    private static (ActivationFunction Function, double[] Numbers) Parse(string row)
    {
        string[] cells = row.Split(',');
        double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        Activation activation = Enum.Parse<Activation>(cells[0]);
        return (ActivationFunction.Of(activation, activation == Activation.LeakyRelu ? numbers[0] : 0), numbers);
    }
}
