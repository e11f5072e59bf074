namespace InitGen.Runtime.Tests.Kernels.Convolutions;

/// <summary>What comes out of a convolution and its way back.</summary>
internal sealed record ConvolutionResults(float[] Outputs, float[] InputGradients, float[] WeightGradients, float[] BiasGradients)
{
    public void AssertEqual(ConvolutionResults other)
    {
        Assert.Equal(Outputs, other.Outputs);
        Assert.Equal(InputGradients, other.InputGradients);
        Assert.Equal(WeightGradients, other.WeightGradients);
        Assert.Equal(BiasGradients, other.BiasGradients);
    }
}
