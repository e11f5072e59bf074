namespace InitGen.Propagation;

/// <summary>Between what a signal must stay. The defaults leave room for all that trains: a signal that has lost or gained a factor of 100
/// has no place among them.</summary>
public sealed record SignalThresholds
{
    /// <summary>The defaults.</summary>
    public static SignalThresholds Default { get; } = new();

    /// <summary>The least standard deviation of activations, times the root mean square of the network's input.</summary>
    public double MinimumActivationStdDev { get; init; } = 0.01;

    /// <summary>The largest standard deviation of activations, times the root mean square of the network's input.</summary>
    public double MaximumActivationStdDev { get; init; } = 30;

    /// <summary>The largest fraction of saturated units in a layer with a bounded activation function, but ReLU6, whose units count as inactive.</summary>
    public double MaximumSaturatedFraction { get; init; } = 0.5;

    /// <summary>The least standard deviation that the largest gradient of a weight may have, relative to a gradient of 1 at the
    /// output.</summary>
    public double MinimumGradientStdDev { get; init; } = 0.004;

    /// <summary>The largest standard deviation of the gradient at the first layer, relative to one of 1 at the output.</summary>
    public double MaximumGradientStdDev { get; init; } = 100;

    /// <summary>The largest fraction of inactive units in a layer of rectifiers.</summary>
    public double MaximumInactiveFraction { get; init; } = 0.95;

    /// <summary>The least part of the root mean square of a layer's activations that must tell inputs apart where the gradients of all
    /// weights vanish.</summary>
    public double MinimumSignalFraction { get; init; } = 0.001;
}
