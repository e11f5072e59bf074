namespace InitGen.Kernels;

/// <summary>STUB.</summary>
public readonly struct LeakyRelu(float slope) : IActivationOperator
{
    /// <summary>Stub.</summary>
    public float Slope => slope;
}
