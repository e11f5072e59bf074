namespace InitGen.Layers;

/// <summary>What a network is: its input and its layers, as declared.</summary>
internal sealed record NetworkSpec
{
    /// <summary>The shape of an input.</summary>
    public required Shape Input { get; init; }

    /// <summary>The mean of the inputs.</summary>
    public double InputMean { get; init; }

    /// <summary>The standard deviation of the inputs.</summary>
    public double InputStdDev { get; init; } = 1;

    /// <summary>How two positions of one input are correlated; NaN where it is not known.</summary>
    public double InputCorrelation { get; init; } = double.NaN;

    /// <summary>The layers, in order; a repeated one stands once.</summary>
    public required EquatableArray<LayerSpec> Layers { get; init; }
}
