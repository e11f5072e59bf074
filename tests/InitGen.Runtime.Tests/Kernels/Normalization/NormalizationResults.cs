namespace InitGen.Runtime.Tests.Kernels.Normalizations;

/// <summary>What comes out of a normalization and its way back.</summary>
internal sealed record NormalizationResults(
    float[] Outputs, float[] InputGradients, float[] ScaleGradients, float[] ShiftGradients, double[] Means, double[] Inverses)
{
    public void AssertEqual(NormalizationResults other)
    {
        Assert.Equal(Outputs, other.Outputs);
        Assert.Equal(InputGradients, other.InputGradients);
        Assert.Equal(ScaleGradients, other.ScaleGradients);
        Assert.Equal(ShiftGradients, other.ShiftGradients);
        Assert.Equal(Means, other.Means);
        Assert.Equal(Inverses, other.Inverses);
    }
}
