using System;
using System.Globalization;
using System.Linq;
using InitGen.Activations;
using InitGen.Propagation;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

public class GaussianMomentsTests
{
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

    private static (ActivationFunction Function, double[] Numbers) Parse(string row)
    {
        string[] cells = row.Split(',');
        double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        Activation activation = Enum.Parse<Activation>(cells[0]);
        return (ActivationFunction.Of(activation, activation == Activation.LeakyRelu ? numbers[0] : 0), numbers);
    }
}
