using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Tests.Propagation;

/// <summary>Holds the predicted spread over seeds to that of networks drawn here, on one input each: inputs that are all alike.</summary>
public class SeedSpreadTests
{
    private const int Networks = 250;

    // The standard error of a standard deviation from 250 networks is 4.5 %; the theory is of first order in depth/width, here up to 0.2.
    private const double Tolerance = 0.2;

    [Theory]
    [InlineData(Activation.Linear, Init.LeCunNormal, 6)]
    [InlineData(Activation.Relu, Init.HeNormal, 6)]
    [InlineData(Activation.Tanh, Init.XavierNormal, 6)]
    [InlineData(Activation.Selu, Init.LeCunNormal, 4)]
    [InlineData(Activation.Gelu, Init.HeNormal, 4)]
    [InlineData(Activation.Tanh, Init.Orthogonal, 6)]
    [InlineData(Activation.Linear, Init.Orthogonal, 6)]
    public void Networks_differ_from_seed_to_seed_as_predicted(Activation activation, Init init, int depth)
    {
        const int Width = 40;
        NetworkSpec network = new()
        {
            Input = new(Width),
            InputMean = 0,
            InputStdDev = 1,
            Layers = new([new DenseSpec { Name = "Layer", Units = Width, Activation = activation, Weights = init, Repeat = depth }]),
        };
        IReadOnlyList<ResolvedLayer> layers = LayerResolution.Resolve(network);
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, layers).Layers;
        var function = ActivationFunction.Of(activation);
        double[] forward = new double[Networks];
        double[] backward = new double[Networks];
        for (int seed = 0; seed < Networks; seed++)
        {
            (forward[seed], backward[seed]) = Measure(new Random(seed), function, init == Init.Orthogonal, layers);
        }

        // Of a linear network with orthogonal weights nothing varies but what one layer of finite width does.
        Assert.InRange(StdDev(forward), (1 - Tolerance) * predicted[^1].ActivationSpread - 0.02, (1 + Tolerance) * predicted[^1].ActivationSpread + 0.02);
        Assert.InRange(StdDev(backward), (1 - Tolerance) * predicted[0].GradientSpread - 0.02, (1 + Tolerance) * predicted[0].GradientSpread + 0.02);
    }

    [Fact]
    public void The_spread_is_unknown_where_the_signal_is()
    {
        NetworkSpec network = new()
        {
            Input = new(4),
            InputMean = 0,
            InputStdDev = 1,
            Layers = new(
            [
                new DenseSpec { Name = "A", Units = 4, Activation = Activation.Relu, Weights = Init.Identity },
                new DenseSpec { Name = "B", Units = 4, Activation = Activation.Linear, Weights = Init.HeNormal },
            ]),
        };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        Assert.All(predicted, layer => Assert.Equal(double.NaN, layer.ActivationSpread));
        Assert.Equal(double.NaN, predicted[0].GradientSpread);
        Assert.Equal(0, predicted[1].GradientSpread);
    }

    // The logarithms of the standard deviation of the last activations, and of the gradient at the first layer over that at the last.
    private static (double Forward, double Backward) Measure(
        Random random, ActivationFunction function, bool isOrthogonal, IReadOnlyList<ResolvedLayer> layers)
    {
        int width = layers[0].Units;
        double[] input = NormalDraws.Of(random, width);
        double scale = Math.Sqrt(width / input.Sum(value => value * value)); // what is predicted takes the input as it is
        double[] activations = [.. input.Select(value => scale * value)];
        List<double[]> preActivations = [];
        List<double[][]> weights = [];
        foreach (ResolvedLayer layer in layers)
        {
            double[][] matrix = [.. Enumerable.Range(0, width).Select(_ => NormalDraws.Of(random, width))];
            if (isOrthogonal)
            {
                Orthonormalize(matrix);
            }

            double stdDev = Math.Sqrt(layer.Weights!.Variance) * (isOrthogonal ? Math.Sqrt(width) : 1);
            Array.ForEach(matrix, row => Scale(row, stdDev));
            double[] preActivation = [.. matrix.Select(row => row.Zip(activations, static (left, right) => left * right).Sum())];
            weights.Add(matrix);
            preActivations.Add(preActivation);
            activations = [.. preActivation.Select(function.Value)];
        }

        double[] gradient = NormalDraws.Of(random, width);
        double last = RootMeanSquare(gradient);
        for (int layer = layers.Count - 2; layer >= 0; layer--)
        {
            double[] next = gradient;
            double[][] matrix = weights[layer + 1];
            gradient =
            [
                .. preActivations[layer].Select((z, unit) =>
                    function.Derivative(z) * matrix.Zip(next, (row, value) => row[unit] * value).Sum()),
            ];
        }

        return (Math.Log(StdDev(activations)), Math.Log(RootMeanSquare(gradient) / last));
    }

    private static void Orthonormalize(double[][] rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            for (int before = 0; before < row; before++)
            {
                double common = rows[row].Zip(rows[before], static (left, right) => left * right).Sum();
                for (int column = 0; column < rows[row].Length; column++)
                {
                    rows[row][column] -= common * rows[before][column];
                }
            }

            Scale(rows[row], 1 / Math.Sqrt(rows[row].Sum(static value => value * value)));
        }
    }

    private static void Scale(double[] row, double factor)
    {
        for (int column = 0; column < row.Length; column++)
        {
            row[column] *= factor;
        }
    }

    private static double RootMeanSquare(double[] values) => Math.Sqrt(values.Average(static value => value * value));

    private static double StdDev(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }
}
