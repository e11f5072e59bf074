using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>What is known of the signal that comes into a layer before its weights are decided.</summary>
internal readonly record struct IncomingSignal
{
    /// <summary>Nothing is known.</summary>
    internal static readonly IncomingSignal Unknown = new() { SecondMoment = double.NaN, Passed = double.NaN };

    /// <summary>The second moment of what comes in.</summary>
    public required double SecondMoment { get; init; }

    /// <summary>What the variance of a weight times the fan-in must make up for: of hidden layers E[φ'(z)²] of the layer before, which keeps
    /// the gradient; of the first layer, and of the last where it is above 1, the second moment of what comes in, which gives
    /// pre-activations of variance 1.</summary>
    public required double Passed { get; init; }

    /// <summary>Whether the network is too deep for its width to be predictable without noise on its biases.</summary>
    public bool IsDeep { get; init; }

    /// <summary>Whether the layer is the last, behind others.</summary>
    public bool IsOutput { get; init; }

    /// <summary>What the weights of a layer of an activation must make up for.</summary>
    /// <param name="activation">The activation, for layers of which nothing is known: one that stands behind another of its kind.</param>
    public double PassedTo(ActivationFunction activation) =>
        Passed > 0 && !double.IsInfinity(Passed) ? Passed : activation.DerivativeSecondMoment;
}
