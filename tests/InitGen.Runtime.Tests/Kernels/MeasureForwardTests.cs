using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Kernels;
using MathNet.Numerics.Statistics;

namespace InitGen.Runtime.Tests.Kernels;

public class MeasureForwardTests
{
    public static TheoryData<Activation> Activations => [.. Enum.GetValues<Activation>()];

    [Theory]
    [MemberData(nameof(Activations))]
    public void Figures_are_the_population_figures_of_a_plain_computation(Activation activation)
    {
        ITestNetwork network = ActivationCase.For(activation).CreateNetwork<OddShape>(seed: 31);
        float[] inputs = TestLayers.NormalValues(7 * 250, seed: 32);
        var statistics = new LayerStatistics[3];
        network.MeasureForward(inputs, statistics);

        var reference = new ReferenceNetwork(network);
        for (int layer = 0; layer < 3; layer++)
        {
            LayerInfo info = network.Layers[layer];
            ActivationFunction function = ActivationFunction.Of(info.Activation, TestLayers.Slope);
            double[][] rows = reference.Layer(inputs, layer).PreActivations;
            double[] z = [.. rows.SelectMany(row => row)];
            double[] y = [.. z.Select(function.Value)];
            double[] derivatives = [.. z.Select(function.Derivative)];

            LayerStatistics measured = statistics[layer];
            Assert.Equal(250 * info.Units, measured.Count);
            Assert.Equal(0, measured.NonFiniteCount);
            AssertClose(z.Mean(), measured.PreActivationMean);
            AssertClose(z.PopulationStandardDeviation(), measured.PreActivationStdDev);
            AssertClose(y.Mean(), measured.ActivationMean);
            AssertClose(y.PopulationStandardDeviation(), measured.ActivationStdDev);
            AssertClose(
                Math.Sqrt(Enumerable.Range(0, info.Units)
                    .Select(unit => rows.Select(row => function.Value(row[unit])).PopulationVariance()).Mean()),
                measured.SignalStdDev);
            AssertClose(y.Min(), measured.ActivationMin);
            AssertClose(y.Max(), measured.ActivationMax);
            AssertClose(derivatives.Mean(), measured.DerivativeMean);
            AssertClose((double)z.Count(function.IsSaturated) / z.Length, measured.SaturatedFraction);
            AssertClose((double)y.Count(value => value == 0) / y.Length, measured.ZeroFraction);
        }
    }

    [Fact]
    public void Units_that_are_saturated_on_every_row_are_dead()
    {
        // Units that get −1 + x, −3 + x, −3 − x and x, for x from −2 to 2: the second and third never pass a gradient.
        TestNetwork<FourUnits, Relu, Relu> network = TestNetwork<FourUnits, Relu, Relu>.Create(
            new float[] { 1, 1, -1, 1, -1, -3, -3, 0 });
        float[] inputs = [.. Enumerable.Range(-200, 401).Select(i => i / 100f)];
        LayerStatistics statistics = Measure(network, inputs);
        Assert.Equal(2, statistics.DeadUnits);
        Assert.Equal((301.0 + 401 + 401 + 201) / (4 * 401), statistics.SaturatedFraction, 1e-12);
    }

    [Fact]
    public void Values_that_are_not_finite_are_counted_apart()
    {
        TestNetwork<FourUnits, Relu, Relu> network = TestNetwork<FourUnits, Relu, Relu>.Create(new float[] { 1, 2, 0, 3e38f, 0, 0, 0, 0 });
        float[] inputs = [0.5f, 1, float.NaN, float.NegativeInfinity, 4, 2];
        LayerStatistics statistics = Measure(network, inputs);

        // NaN and infinity spoil all four units (0 times infinity is NaN), 4 and 2 overflow in the last one.
        double[] finite = [0.5, 1, 0, 1.5e38f, 1, 2, 0, 3e38f, 4, 8, 0, 2, 4, 0];
        Assert.Equal(10, statistics.NonFiniteCount);
        Assert.Equal(finite.Length, statistics.Count);
        Assert.Equal(finite.Mean(), statistics.ActivationMean, 1e30);
        Assert.Equal(finite.PopulationStandardDeviation(), statistics.PreActivationStdDev, 1e30);
        Assert.Equal(4.0 / 14, statistics.ZeroFraction, 1e-12);
        Assert.Equal(10.0 / 14, statistics.DerivativeMean, 1e-12);
        Assert.Equal(3e38f, statistics.ActivationMax);
        Assert.Equal(0, statistics.DeadUnits); // the third passes nothing, but is not a saturated unit where it is NaN
        Assert.Equal(finite.Length, CountOf(statistics.Histogram));
    }

    [Fact]
    public void Inputs_that_are_all_the_same_are_not_told_apart()
    {
        TestNetwork<OddShape, Tanh, Linear> network = TestNetwork<OddShape, Tanh, Linear>.Create(seed: 7);
        float[] input = TestLayers.NormalValues(7, seed: 8);
        var statistics = new LayerStatistics[3];
        foreach (int rows in (int[])[1, 3, 700])
        {
            network.MeasureForward([.. Enumerable.Repeat(input, rows).SelectMany(row => row)], statistics);
            Assert.All(statistics, layer => Assert.Equal(0, layer.SignalStdDev));
        }
    }

    [Fact]
    public void A_saturated_activation_of_infinity_is_not_counted_as_finite()
    {
        TestNetwork<FourUnits, Tanh, Tanh> network = TestNetwork<FourUnits, Tanh, Tanh>.Create(new float[] { 1, 1, 1, 1, 0, 0, 0, 0 });
        LayerStatistics statistics = Measure(network, [float.PositiveInfinity, 0]);
        Assert.Equal(4, statistics.NonFiniteCount);
        Assert.Equal(0, statistics.ActivationMean);
        Assert.Equal(double.NaN, statistics.SignalStdDev);
    }

    [Fact]
    public void Nothing_but_NaN_has_no_figures()
    {
        TestNetwork<FourUnits, Tanh, Tanh> network = TestNetwork<FourUnits, Tanh, Tanh>.Create(seed: 1);
        LayerStatistics statistics = Measure(network, [float.NaN, float.NaN]);
        Assert.Equal(8, statistics.NonFiniteCount);
        Assert.Equal(0, statistics.Count);
        Assert.Equal(double.NaN, statistics.ActivationMean);
        Assert.Equal(double.NaN, statistics.SaturatedFraction);
    }

    [Fact]
    public void An_empty_batch_has_no_figures_and_no_dead_units()
    {
        TestNetwork<FourUnits, Relu, Relu> network = TestNetwork<FourUnits, Relu, Relu>.Create(seed: 1);
        LayerStatistics statistics = Measure(network, []);
        Assert.Equal(0, statistics.Count);
        Assert.Equal(0, statistics.DeadUnits);
        Assert.Equal(double.NaN, statistics.PreActivationMean);
        Assert.Equal(double.NaN, statistics.PreActivationStdDev);
        Assert.Equal(double.NaN, statistics.ActivationMean);
        Assert.Equal(double.NaN, statistics.ActivationStdDev);
        Assert.Equal(double.NaN, statistics.SignalStdDev);
        Assert.Equal(double.NaN, statistics.ActivationMin);
        Assert.Equal(double.NaN, statistics.ActivationMax);
        Assert.Equal(double.NaN, statistics.DerivativeMean);
        Assert.Equal(double.NaN, statistics.SaturatedFraction);
        Assert.Equal(double.NaN, statistics.ZeroFraction);
    }

    [Fact]
    public void Measuring_again_starts_anew()
    {
        TestNetwork<OddShape, Elu, Linear> network = TestNetwork<OddShape, Elu, Linear>.Create(seed: 2);
        float[] inputs = TestLayers.NormalValues(7 * 20, seed: 3);
        var first = new LayerStatistics[3];
        network.MeasureForward(inputs, first);
        var again = new LayerStatistics[3];
        network.MeasureForward(TestLayers.NormalValues(7 * 10, seed: 4), again);
        network.MeasureForward(inputs, again);
        Assert.Equal(first, again);
    }

    [Fact]
    public void The_histogram_of_a_bounded_activation_spans_its_range_and_of_another_the_prediction()
    {
        Assert.Equal((-1, 1), RangeOf<Tanh>());
        Assert.Equal((-1, 1), RangeOf<Softsign>());
        Assert.Equal((0, 1), RangeOf<Sigmoid>());
        Assert.Equal((-1, 1), RangeOf<HardTanh>());
        Assert.Equal((0, 6), RangeOf<Relu6>());
        Assert.Equal((-1.75, 2.25), RangeOf<Relu>()); // predicted 0.25 ± 4·0.5
        Assert.Equal((-1.75, 2.25), RangeOf<Softmax>());
    }

    [Fact]
    public void The_histogram_spans_all_that_is_predicted_to_be_possible()
    {
        LayerInfo layer = TestNetwork<FourUnits, Relu, Relu>.Layers[0];
        LayerPrediction lower = layer.Predicted with { ActivationMean = 0, ActivationStdDev = 0.1 };
        LayerPrediction upper = layer.Predicted with { ActivationMean = 1, ActivationStdDev = 0.5 };
        Histogram histogram = LayerStatistics.For(layer with { PredictedBounds = new(lower, upper) }).Histogram;
        Assert.Equal((-2, 3), (histogram.Lower, histogram.Upper));
    }

    [Fact]
    public void Softmax_is_measured_as_its_logits()
    {
        float[] inputs = TestLayers.NormalValues(7 * 20, seed: 5);
        var softmax = new LayerStatistics[3];
        TestNetwork<OddShape, Tanh, Softmax>.Create(seed: 6).MeasureForward(inputs, softmax);
        var linear = new LayerStatistics[3];
        TestNetwork<OddShape, Tanh, Linear>.Create(seed: 6).MeasureForward(inputs, linear);
        Assert.Equal(linear, softmax);
        Assert.Equal(1, softmax[2].DerivativeMean);
    }

    private static LayerStatistics Measure(ITestNetwork network, float[] inputs)
    {
        var statistics = new LayerStatistics[1];
        network.MeasureForward(inputs, statistics);
        return statistics[0];
    }

    private static (double Lower, double Upper) RangeOf<TActivation>()
        where TActivation : struct, IActivationOperator
    {
        Histogram histogram = Measure(TestNetwork<FourUnits, TActivation, TActivation>.Create(seed: 1), [1]).Histogram;
        return (histogram.Lower, histogram.Upper);
    }

    private static long CountOf(Histogram histogram)
    {
        var bins = new long[Histogram.BinCount];
        histogram.CopyTo(bins);
        return bins.Sum() + histogram.Below + histogram.Above;
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.Equal(expected, actual, 2e-6 * Math.Max(1, Math.Abs(expected)));

    private sealed class FourUnits : ITestShape
    {
        public static int[] Sizes => [1, 4];
    }
}
