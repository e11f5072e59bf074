namespace InitGen.Specification;

/// <summary>What a network is: its input and its layers, as declared.</summary>
internal sealed record NetworkSpec
{
    /// <summary>The number of inputs.</summary>
    public required int InputSize { get; init; }

    /// <summary>The mean of the inputs.</summary>
    public double InputMean { get; init; }

    /// <summary>The standard deviation of the inputs.</summary>
    public double InputStdDev { get; init; } = 1;

    /// <summary>The layers, in order; a repeated one stands once.</summary>
    public required EquatableArray<LayerSpec> Layers { get; init; }
}
