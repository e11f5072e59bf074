using System;
using InitGen.Kernels;

namespace InitGen.Runtime.Tests.Kernels;

public class PassArgumentTests
{
    private const int ParameterCount = (7 * 37) + 37 + (37 * 19) + (19 * 5) + 5;

    private static readonly TestNetwork<OddShape, Tanh, Linear> Network = TestNetwork<OddShape, Tanh, Linear>.Create(seed: 1);

    [Fact]
    public void Inputs_of_a_part_of_a_row_are_refused_everywhere()
    {
        const string Message = "inputs has 13 values; it must have a multiple of 7, the network's input size. (Parameter 'inputs')";
        Assert.Equal(Message, Refused(() => Network.Forward(new float[13], new float[5])).Message);
        Assert.Equal(Message, Refused(() => Network.MeasureForward(new float[13], new LayerStatistics[3])).Message);
        Assert.Equal(Message, Refused(() => Network.Backward(new float[13], new float[5], new float[ParameterCount])).Message);
        Assert.Equal(Message, Refused(() => Network.MeasureBackward(new float[13], new float[5], new GradientStatistics[3])).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(11)]
    public void Outputs_of_another_batch_are_refused_and_not_written(int length)
    {
        var outputs = new float[length];
        ArgumentException exception = Refused(() => Network.Forward(TestLayers.NormalValues(14, seed: 2), outputs));
        Assert.Equal("outputs", exception.ParamName);
        Assert.StartsWith($"outputs has {length} values; it must have 10, 5 for each of the 2 rows of inputs.", exception.Message);
        Assert.All(outputs, output => Assert.Equal(0, output));
    }

    [Fact]
    public void Output_gradients_of_another_batch_are_refused_and_nothing_is_written()
    {
        float[] inputs = TestLayers.NormalValues(14, seed: 2);
        var gradients = new float[ParameterCount];
        Assert.Equal("outputGradients", Refused(() => Network.Backward(inputs, new float[15], gradients)).ParamName);
        Assert.Equal(
            "outputGradients", Refused(() => Network.MeasureBackward(inputs, new float[5], new GradientStatistics[3])).ParamName);
        Assert.All(gradients, gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void Parameter_gradients_of_another_length_are_refused()
    {
        ArgumentException exception = Refused(() => Network.Backward(new float[7], new float[5], new float[ParameterCount + 1]));
        Assert.StartsWith(
            $"parameterGradients has {ParameterCount + 1} values; it must have {ParameterCount}, one for each parameter.",
            exception.Message);
        Assert.Equal("parameterGradients", exception.ParamName);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Statistics_that_are_not_one_a_layer_are_refused_and_not_written(int length)
    {
        var forward = new LayerStatistics[length];
        ArgumentException exception = Refused(() => Network.MeasureForward(TestLayers.NormalValues(14, seed: 2), forward));
        Assert.StartsWith($"statistics has {length} places; it must have 3, one for each layer.", exception.Message);
        Assert.Equal("statistics", exception.ParamName);
        Assert.All(forward, statistics => Assert.Equal(0, statistics.Histogram.Upper));

        Assert.Equal("statistics", Refused(
            () => Network.MeasureBackward(new float[14], new float[10], new GradientStatistics[length])).ParamName);
    }

    [Fact]
    public void Outputs_that_overlap_the_inputs_or_the_parameters_are_refused()
    {
        var memory = new float[20];
        ArgumentException exception = Refused(() => Network.Forward(memory.AsSpan(0, 14), memory.AsSpan(10, 10)));
        Assert.Equal("outputs overlaps inputs; it must be other memory. (Parameter 'outputs')", exception.Message);
        Assert.Equal("outputs", Refused(() => Network.Forward(new float[7], Network.Parameters[..5])).ParamName);
    }

    [Fact]
    public void Parameter_gradients_that_overlap_what_is_read_are_refused()
    {
        var memory = new float[ParameterCount];
        Assert.Equal(
            "parameterGradients", Refused(() => Network.Backward(memory.AsSpan(0, 7), new float[5], memory)).ParamName);
        Assert.Equal(
            "parameterGradients", Refused(() => Network.Backward(new float[7], memory.AsSpan(0, 5), memory)).ParamName);
        Assert.Equal(
            "parameterGradients", Refused(() => Network.Backward(new float[7], new float[5], Network.Parameters)).ParamName);
    }

    [Fact]
    public void A_missing_network_is_refused()
    {
        TestNetwork<OddShape, Tanh, Linear> missing = null!; // what a caller without nullable annotations can pass
        Assert.Throws<ArgumentNullException>("network", () => NetworkPass.Forward(missing, [], []));
        Assert.Throws<ArgumentNullException>("network", () => NetworkPass.MeasureForward(missing, [], new LayerStatistics[3]));
        Assert.Throws<ArgumentNullException>("network", () => NetworkPass.Backward(missing, [], [], new float[ParameterCount]));
        Assert.Throws<ArgumentNullException>("network", () => NetworkPass.MeasureBackward(missing, [], [], new GradientStatistics[3]));
    }

    private static ArgumentException Refused(Action action) => Assert.Throws<ArgumentException>(action);
}
