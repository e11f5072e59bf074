using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>What is known of the signal that comes into a layer before its weights are decided.</summary>
/// <param name="SecondMoment">The second moment of what comes in.</param>
/// <param name="Passed">What a weight's variance times the fan-in must make up for: of hidden layers E[φ'(z)²] of the layer before, which
/// keeps the gradient; of the first and of the last layer the second moment of what comes in, which gives pre-activations of variance
/// 1.</param>
/// <param name="IsDeep">Whether the network is too deep for its width to be predictable without noise on its biases.</param>
internal readonly record struct IncomingSignal(double SecondMoment, double Passed, bool IsDeep)
{
    /// <summary>Nothing is known.</summary>
    internal static readonly IncomingSignal Unknown = new(double.NaN, double.NaN, IsDeep: false);

    /// <summary>What the weights of a layer of an activation must make up for.</summary>
    /// <param name="activation">The activation, for layers of which nothing is known: one that stands behind another of its kind.</param>
    public double PassedTo(ActivationFunction activation) =>
        Passed > 0 && !double.IsInfinity(Passed) ? Passed : activation.DerivativeSecondMoment;
}
