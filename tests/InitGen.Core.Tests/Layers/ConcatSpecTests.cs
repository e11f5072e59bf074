using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Propagation;

namespace InitGen.Tests.Layers;

public class ConcatSpecTests
{
    [Theory]
    [InlineData(3, 4, "puts 2×3 and 5×4 side by side; give all of them the same positions")]
    [InlineData(4, 4, null)]
    public void Positions_that_differ_do_not_stand_side_by_side(int one, int other, string? expected)
    {
        ConcatSpec layer = new() { Name = "Both" };
        EquatableArray<Shape> inputs = new([new Shape(2, one), new Shape(5, other)]);
        Assert.Equal(expected, layer.Mistakes(inputs).OfType<ShapeMistake>().SingleOrDefault()?.Text);
        Assert.Equal(new Shape(7, one), layer.OutputOf(inputs));
    }

    // 100 units of standard deviation 1 and mean 0, and 300 of 2: 0 and √(1/4 + 3).
    [Fact]
    public void Moments_are_averages_over_the_units()
    {
        NetworkSpec network = new()
        {
            Input = new(50),
            Layers = new(
            [
                new DenseSpec { Name = "A", Units = 100, Weights = Init.LeCunNormal },
                new DenseSpec { Name = "B", Units = 300, Weights = new() { Init = Init.LeCunNormal, Gain = 2 }, From = -1 },
                new ConcatSpec { Name = "Both", From = new([0, 1]) },
                new DenseSpec { Name = "C", Units = 10, Weights = Init.LeCunNormal },
            ]),
        };
        IReadOnlyList<LayerPrediction> predicted = SignalPropagation.Predict(network, LayerResolution.Resolve(network)).Layers;
        Assert.Equal(0, predicted[2].ActivationMean);
        Assert.Equal(System.Math.Sqrt(3.25), predicted[3].PreActivationStdDev, 1e-12);
    }
}
