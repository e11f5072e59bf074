using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Tests.Propagation;

public class SignalValuesTests
{
    private const int Samples = 4_000_000;

    // x ← relu(x + n), n normal, from relu(n + n'): what a residual network with normalized branches adds up.
    [Fact]
    public void Rectified_sums_have_the_moments_of_a_simulation()
    {
        NetworkSpec network = new()
        {
            Input = new(256),
            Layers = new(
            [
                new DenseSpec { Name = "A", Units = 256, Weights = Init.LeCunNormal },
                new DenseSpec { Name = "B", Units = 256, Weights = Init.LeCunNormal, From = new([-1]) },
                new AddSpec { Name = "Sum0", From = new([1, 0]), Activation = Activation.Relu },
                .. Enumerable.Range(0, 4).SelectMany(static block => (LayerSpec[])
                [
                    new DenseSpec { Name = "Branch" + block, Units = 256 },
                    new RmsNormSpec { Name = "Norm" + block, Epsilon = 1e-12 },
                    new AddSpec { Name = "Sum" + (block + 1), From = new([4 + (3 * block), 2 + (3 * block)]), Activation = Activation.Relu },
                ]),
            ]),
        };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        var random = new Random(1);
        float[] values = [.. Enumerable.Range(0, Samples).Select(_ => (float)Math.Max(Math.Sqrt(2) * Normal(random), 0))];
        for (int block = 0; block < 5; block++)
        {
            for (int i = 0; block > 0 && i < Samples; i++)
            {
                values[i] = (float)Math.Max(values[i] + Normal(random), 0);
            }

            double mean = values.Average(static value => (double)value);
            double stdDev = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            LayerPrediction sum = predicted[2 + (3 * block)];
            Assert.Equal(mean, sum.ActivationMean, 0.003 * mean);
            Assert.Equal(stdDev, sum.ActivationStdDev, 0.003 * stdDev);
            Assert.Equal(values.Count(static value => value == 0) / (double)Samples, sum.SaturatedFraction, 0.002);
        }
    }

    [Theory]
    [InlineData(Activation.Relu, 0.3, 1.2)]
    [InlineData(Activation.Tanh, -0.5, 2)]
    [InlineData(Activation.Gelu, 0, 0.7)]
    public void Values_of_a_normal_signal_have_its_moments(Activation activation, double mean, double stdDev)
    {
        ActivationFunction function = ActivationFunction.Of(activation);
        GaussianMoments expected = GaussianMoments.Of(function, mean, stdDev);
        SignalValues values = SignalValues.OfNormal(mean, stdDev, function.Kinks);
        GaussianMoments actual = values.MomentsOf(function, expected);
        Assert.Equal(mean, values.Mean, 1e-9);
        Assert.Equal(stdDev, values.StdDev, 1e-9);
        Assert.Equal(expected.ActivationMean, actual.ActivationMean, 1e-7);
        Assert.Equal(expected.ActivationStdDev, actual.ActivationStdDev, 1e-7);
        Assert.Equal(expected.DerivativeSecondMoment, actual.DerivativeSecondMoment, 1e-6);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
