namespace InitGen.Generator.Tests;

/// <summary>What only depthwise convolutions are.</summary>
public class DepthwiseTests
{
    [Fact]
    public void A_depthwise_convolution_is_one_in_as_many_groups_as_channels_come_in()
    {
        CompiledNetworks depthwise = Network("DepthwiseConv2d(3, Activation.Tanh, Stride = 2, Padding = 1, Multiplier = 2)");
        CompiledNetworks grouped = Network("Conv2d(12, 3, Activation.Tanh, Stride = 2, Padding = 1, Groups = 6)");
        float[] parameters = depthwise.Call<float[]>("Parameters", 3UL);
        float[] inputs = NormalInputs.Of(3 * 6 * 7 * 8);
        float[] outputGradients = NormalInputs.Of(3 * 12 * 4 * 4);
        Assert.Equal(grouped.Call<float[]>("Parameters", 3UL), parameters);
        Assert.Equal(grouped.Call<float[]>("Forward", parameters, inputs), depthwise.Call<float[]>("Forward", parameters, inputs));
        Assert.Equal(
            grouped.Call<float[]>("Backward", parameters, inputs, outputGradients),
            depthwise.Call<float[]>("Backward", parameters, inputs, outputGradients));
        LayerInfo layer = depthwise.Call<LayerInfo[]>("Layers")[0];
        Assert.Equal(("DepthwiseConvolution", 9, 12), (layer.Kind, layer.Inputs, layer.Units));
        Assert.Equal(grouped.Call<LayerInfo[]>("Layers")[0].Predicted, layer.Predicted);
    }

    private static CompiledNetworks Network(string attribute) => new($$"""
        [Network(6, 7, 8)]
        partial class Net
        {
            [{{attribute}}] public partial Layer Conv { get; }
        }
        """ + CompiledNetworks.Probe);
}
