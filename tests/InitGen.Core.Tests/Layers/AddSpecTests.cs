using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Propagation;
using InitGen.Tests.Propagation;

namespace InitGen.Tests.Layers;

public class AddSpecTests
{
    // 784 → 500, three branches of He weights added to the stream, → 10.
    private static readonly NetworkSpec Residual = new()
    {
        Input = new(784),
        Layers = new(
        [
            Dense("Stem", 500, Activation.Linear, Init.LeCunNormal),
            .. Enumerable.Range(0, 3).SelectMany(block => (LayerSpec[])
            [
                Dense($"Up{block}", 500, Activation.Relu, Init.HeNormal),
                Dense($"Down{block}", 500, Activation.Linear, Init.HeNormal),
                new AddSpec { Name = $"Sum{block}", From = new([(3 * block) + 2, 3 * block]) },
            ]),
            Dense("Output", 10, Activation.Softmax, Init.XavierUniform),
        ]),
    };

    // By hand: a branch of He weights doubles what comes in, the sum triples it: 1, √3, 3, √27; logits √(500·2/510·27).
    [Fact]
    public void A_residual_stream_grows_by_what_its_branches_add()
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(Residual);
        double[] sums = [1, Math.Sqrt(3), 3, Math.Sqrt(27)];
        Assert.All(sums.Zip([0, 3, 6, 9]), pair => Assert.Equal(pair.First, predicted[pair.Second].ActivationStdDev, 1e-12));
        Assert.Equal(Math.Sqrt(500 * 2.0 / 510 * 27), predicted[10].PreActivationStdDev, 1e-12);

        // Back: 10·2/510 at the last sum, times 1 + 2 at each one before.
        double last = Math.Sqrt(10 * 2.0 / 510);
        double[] gradients = [last * Math.Sqrt(27), last * 3, last * Math.Sqrt(3), last];
        Assert.All(gradients.Zip([0, 3, 6, 9]), pair => Assert.Equal(pair.First, predicted[pair.Second].GradientStdDev, 1e-12));
    }

    [Fact]
    public void A_layer_that_is_added_to_itself_is_doubled()
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(new()
        {
            Input = new(10),
            InputMean = 0.5,
            Layers = new(
            [
                Dense("A", 50, Activation.Relu, Init.HeNormal),
                new AddSpec { Name = "Twice", From = new([0, 0]) },
                Dense("B", 1, Activation.Linear, Init.LeCunNormal),
            ]),
        });
        Assert.Equal(2 * predicted[0].ActivationMean, predicted[1].PreActivationMean, 1e-12);
        Assert.Equal(2 * predicted[0].ActivationStdDev, predicted[1].PreActivationStdDev, 1e-12);
        Assert.Equal(2 * Math.Sqrt(0.5) * predicted[1].GradientStdDev, predicted[0].GradientStdDev, 1e-12);
    }

    [Fact]
    public void Auto_sees_the_activation_in_front_of_a_layer_that_only_passes_on()
    {
        IReadOnlyList<ResolvedLayer> direct = Resolve(false);
        IReadOnlyList<ResolvedLayer> flattened = Resolve(true);
        Assert.Equal(direct[1].Weights!.Initializer, flattened[2].Weights!.Initializer);

        static IReadOnlyList<ResolvedLayer> Resolve(bool isFlattened) => LayerResolution.Resolve(new NetworkSpec
        {
            Input = new(50),
            Layers = new(
            [
                Dense("A", 50, Activation.Gelu, Init.Auto),
                .. isFlattened ? new LayerSpec[] { new FlattenSpec { Name = "Flat" } } : [],
                Dense("B", 50, Activation.Gelu, Init.Auto),
                Dense("C", 10, Activation.Softmax, Init.Auto),
            ]),
        });
    }

    [Fact]
    public void A_sum_of_what_is_correlated_is_unknown()
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(new()
        {
            Input = new(10),
            Layers = new(
            [
                Dense("A", 10, Activation.Relu, Init.HeNormal),
                new AddSpec { Name = "Stream", From = new([0, -1]) },
                new AddSpec { Name = "Again", From = new([1, 0]) },
                Dense("B", 1, Activation.Linear, Init.LeCunNormal),
            ]),
        });
        Assert.False(double.IsNaN(predicted[1].ActivationStdDev));
        Assert.Equal(double.NaN, predicted[2].ActivationStdDev);
    }

    [Fact]
    public void What_is_unknown_makes_the_sum_unknown()
    {
        IReadOnlyList<LayerPrediction> predicted = Predict(new()
        {
            Input = new(10),
            Layers = new(
            [
                Dense("A", 10, Activation.Relu, Init.Identity),
                new AddSpec { Name = "Sum", From = new([0, -1]) },
                Dense("B", 1, Activation.Linear, Init.LeCunNormal),
            ]),
        });
        Assert.Equal(double.NaN, predicted[1].ActivationStdDev);
        Assert.Equal(double.NaN, predicted[2].PreActivationStdDev);
    }

    [Fact]
    public void A_sum_fluctuates_over_draws_as_much_as_is_predicted()
    {
        const int Width = 64;
        NetworkSpec network = Residual with
        {
            Input = new(Width),
            Layers = new(Residual.Layers.Select(static layer => layer is DenseSpec { Units: 500 } dense ? dense with { Units = Width } : layer)),
        };
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network);
        var random = new Random(1);
        double[] input = NormalDraws.Of(random, Width);
        double[] logs = [.. Enumerable.Range(0, 400).Select(_ => Math.Log(StdDev(Draw(layers, input, random)[9])))];
        double predicted = SignalPropagation.Predict(network, layers).Layers[9].ActivationSpread;

        // Branches are taken to move with the stream, which is a bound; the deviation of 400 draws is known to 4 %.
        Assert.InRange(StdDev(logs), 0.7 * predicted, 1.1 * predicted);
    }

    [Theory]
    [InlineData(4, 3, "adds 4 and 3; give all of them one shape")]
    [InlineData(4, 4, null)]
    public void Shapes_that_differ_cannot_be_added(int one, int other, string? expected)
    {
        AddSpec sum = new() { Name = "Sum" };
        LayerMistake[] mistakes = [.. sum.Mistakes(new([new Shape(one), new Shape(other)]))];
        Assert.Equal(expected, mistakes.OfType<ShapeMistake>().SingleOrDefault()?.Text);
    }

    private static double[][] Draw(IReadOnlyList<ResolvedLayer> layers, double[] input, Random random)
    {
        var outputs = new double[layers.Count][];
        for (int i = 0; i < layers.Count; i++)
        {
            ResolvedLayer layer = layers[i];
            double[][] x = [.. layer.From.Select(source => source < 0 ? input : outputs[source])];
            outputs[i] = layer.Weights is null
                ? [.. x[0].Zip(x[1], static (one, other) => one + other)]
                :
                [
                    .. Enumerable.Range(0, layer.Units).Select(_ => layer.Activation.Function.Value(
                        NormalDraws.Of(random, layer.FanIn, 0, Math.Sqrt(layer.Weights.Variance)).Zip(x[0], static (w, value) => w * value).Sum())),
                ];
        }

        return outputs;
    }

    private static double StdDev(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static DenseSpec Dense(string name, int units, Activation activation, Init init) =>
        new() { Name = name, Units = units, Activation = activation, Weights = init };

    private static IReadOnlyList<LayerPrediction> Predict(NetworkSpec network) =>
        SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
}
