using InitGen.Activations;

namespace InitGen.Propagation;

/// <summary>Expectations of an activation function φ of z ~ N(mean, stdDev²).</summary>
internal readonly record struct GaussianMoments
{
    /// <summary>What is said of a function of an unknown z.</summary>
    internal static readonly GaussianMoments Unknown = new()
    {
        ActivationMean = double.NaN,
        ActivationStdDev = double.NaN,
        DerivativeMean = double.NaN,
        DerivativeSecondMoment = double.NaN,
        SaturatedFraction = double.NaN,
    };

    /// <summary>E[φ(z)].</summary>
    public required double ActivationMean { get; init; }

    /// <summary>The standard deviation of φ(z).</summary>
    public required double ActivationStdDev { get; init; }

    /// <summary>E[φ'(z)].</summary>
    public required double DerivativeMean { get; init; }

    /// <summary>E[φ'(z)²].</summary>
    public required double DerivativeSecondMoment { get; init; }

    /// <summary>The probability that |φ'(z)| is below 1 % of its bound.</summary>
    public required double SaturatedFraction { get; init; }

    /// <summary>E[φ(z)²].</summary>
    public double ActivationSecondMoment => (ActivationMean * ActivationMean) + (ActivationStdDev * ActivationStdDev);

    /// <summary>The expectations for a function and a distribution of its pre-activation, to about 1e-12 of their size.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="mean">The mean of z, a finite number.</param>
    /// <param name="stdDev">The standard deviation of z, at least 0: a point mass. It may be infinite.</param>
    public static GaussianMoments Of(ActivationFunction function, double mean, double stdDev) =>
        GaussianQuadrature.Integrate(function, mean, stdDev);
}
