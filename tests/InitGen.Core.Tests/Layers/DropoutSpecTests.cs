using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Propagation;

namespace InitGen.Tests.Layers;

public class DropoutSpecTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void What_is_predicted_is_what_masks_make_of_a_signal(double probability)
    {
        const int Draws = 400_000;
        (double mean, double common, double apart, double between) = (0.7, 0.6, 0.4, 0.3);
        Signal input = new(mean, Math.Sqrt((common * common) + (apart * apart)), apart) { BetweenPositions = between };
        Signal predicted = Dropout(probability).PreActivation(null!, [input]);

        // A unit's value at two inputs, of which a part is common, each with a mask of its own.
        var random = new Random(5);
        double[] shared = NormalDraws.Of(random, Draws, mean, common);
        double[] own = NormalDraws.Of(random, 2 * Draws, 0, apart);
        double[] one = [.. shared.Select((value, i) => (value + own[i]) * Mask())];
        double[] other = [.. shared.Select((value, i) => (value + own[Draws + i]) * Mask())];
        double secondMoment = one.Average(static value => value * value);
        Assert.Equal(one.Average(), predicted.Mean, 0.02);
        Assert.Equal(Math.Sqrt(secondMoment - (one.Average() * one.Average())), predicted.StdDev, 0.01 * predicted.StdDev);
        double product = one.Zip(other, static (x, y) => x * y).Average();
        Assert.Equal(Math.Sqrt(secondMoment - product), predicted.Difference, 0.02 * predicted.Difference);

        // Positions differ in their masks as inputs do.
        Assert.Equal((predicted.Difference * predicted.Difference) - (apart * apart), (predicted.BetweenPositions * predicted.BetweenPositions) - (between * between), 1e-9);

        double gain = Dropout(probability).GradientGain(null!, [input], 0);
        double[] gradients = NormalDraws.Of(random, Draws);
        Assert.Equal(Math.Sqrt(gradients.Average(gradient => Math.Pow(gradient * Mask(), 2))), gain, 0.02 * gain);

        double Mask() => random.NextDouble() < probability ? 0 : 1 / (1 - probability);
    }

    [Fact]
    public void What_is_unknown_stays_unknown()
    {
        Signal predicted = Dropout(0.5).PreActivation(null!, [Signal.Unknown with { Mean = 1, StdDev = 2 }]);
        Assert.Equal((1, double.NaN, double.NaN), (predicted.Mean, predicted.Difference, predicted.BetweenPositions));
        Assert.Equal(3, predicted.StdDev, 1e-12); // √(4 + 5)
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0.999, true)]
    [InlineData(1, false)]
    [InlineData(-1e-9, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void A_probability_is_at_least_0_and_less_than_1(double probability, bool isRight)
    {
        IEnumerable<NumberMistake> mistakes = Dropout(probability).Mistakes(new Shape(3)).OfType<NumberMistake>();
        Assert.Equal(isRight ? [] : ["a number from 0 to less than 1"], mistakes.Select(static mistake => mistake.Range));
    }

    private static DropoutSpec Dropout(double probability) => new() { Name = "Drop", Probability = probability };
}
