using System;

namespace InitGen.Runtime.Tests.Initialization;

public class CustomTests
{
    [Fact]
    public void It_gets_the_weights_their_shape_and_a_stream_of_its_own()
    {
        var weights = new float[6];
        Initializers.Custom<Recorder>(weights, 2, 3, 7, 8);
        Assert.Equal([2, 3, new PhiloxStream(7, 8).NextSingle(), 0, 0, 0], weights);
    }

    [Fact]
    public void It_is_not_called_with_weights_of_another_shape()
    {
        var weights = new float[5];
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Initializers.Custom<Recorder>(weights, 2, 3, 7, 8)).ParamName);
        Assert.Equal(new float[5], weights);
    }

    private sealed class Recorder : IWeightInitializer
    {
        public static void Initialize(Span<float> weights, WeightShape shape, ref PhiloxStream random)
        {
            weights[0] = shape.Units;
            weights[1] = shape.Inputs;
            weights[2] = random.NextSingle();
        }
    }
}
