using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>Expectations of an activation function φ over the pre-activations z, z' of one unit for two inputs of a network, which are
/// jointly normal.</summary>
/// <param name="SignalStdDev">√(E[φ(z)²] − E[φ(z)·φ(z')]): the part of φ(z) that tells the inputs apart. The rest is the same for
/// both.</param>
/// <param name="DerivativeCovariance">E[φ'(z)·φ'(z')].</param>
internal readonly record struct PairMoments(double SignalStdDev, double DerivativeCovariance)
{
    /// <summary>What is said of a function of unknown z.</summary>
    internal static readonly PairMoments Unknown = new(double.NaN, double.NaN);

    /// <summary>The expectations for a function and a distribution, to a few millionths of their size.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="mean">The mean of z and of z', a finite number.</param>
    /// <param name="stdDev">The standard deviation of each, at least 0.</param>
    /// <param name="difference">√(Var[z] − Cov[z, z']), between 0 and <paramref name="stdDev"/>.</param>
    public static PairMoments Of(ActivationFunction function, double mean, double stdDev, double difference) =>
        GaussianQuadrature.IntegratePair(function, mean, stdDev, difference);
}
