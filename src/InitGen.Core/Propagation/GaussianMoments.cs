using System;
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
        ActivationSkewness = double.NaN,
        ActivationKurtosis = double.NaN,
        VarianceSlope = double.NaN,
        MeanSlope = double.NaN,
        DerivativeKurtosis = double.NaN,
        DerivativeSlope = double.NaN,
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

    /// <summary>E[y³]/E[y²]^(3/2) of y = φ(z) − E[φ(z)]; 0 where y is always 0.</summary>
    public required double ActivationSkewness { get; init; }

    /// <summary>E[y⁴]/E[y²]²: 3 where φ is linear.</summary>
    public required double ActivationKurtosis { get; init; }

    /// <summary>d log Var[φ(z)] / d log q, q the variance of z: 1 where φ is linear.</summary>
    public required double VarianceSlope { get; init; }

    /// <summary>d E[φ(z)] / d log q, in standard deviations of φ(z).</summary>
    public required double MeanSlope { get; init; }

    /// <summary>E[φ'(z)⁴]/E[φ'(z)²]²: 1 where φ is linear.</summary>
    public required double DerivativeKurtosis { get; init; }

    /// <summary>d log E[φ'(z)²] / d log q: 0 where φ is piecewise linear about its kink.</summary>
    public required double DerivativeSlope { get; init; }

    /// <summary>E[φ(z)²].</summary>
    public double ActivationSecondMoment => (ActivationMean * ActivationMean) + (ActivationStdDev * ActivationStdDev);

    /// <summary>Var[φ(z)²]/E[φ(z)²]²: how much the second moment over a layer of one unit varies from seed to seed, in its own size
    /// (Hanin and Nica 2018).</summary>
    public double SecondMomentSpread
    {
        get
        {
            // With m and σ in units of √E[φ²], φ² = y² + 2·m·y + m².
            (double mean, double stdDev) = Normalized();
            double variance = stdDev * stdDev;
            return (variance * variance * (ActivationKurtosis - 1))
                + (4 * mean * stdDev * variance * ActivationSkewness)
                + (4 * mean * mean * variance);
        }
    }

    /// <summary>d log E[φ(z)²] / d log q.</summary>
    public double SecondMomentSlope
    {
        get
        {
            (double mean, double stdDev) = Normalized();
            return (stdDev * stdDev * VarianceSlope) + (2 * mean * stdDev * MeanSlope);
        }
    }

    /// <summary>The expectations for a function and a distribution of its pre-activation, to about 1e-12 of their size.</summary>
    /// <param name="function">The function φ.</param>
    /// <param name="mean">The mean of z, a finite number.</param>
    /// <param name="stdDev">The standard deviation of z, at least 0: a point mass. It may be infinite.</param>
    public static GaussianMoments Of(ActivationFunction function, double mean, double stdDev) =>
        GaussianQuadrature.Integrate(function, mean, stdDev);

    private (double Mean, double StdDev) Normalized()
    {
        // Neither square needs to be within the range of a double.
        double larger = Math.Max(Math.Abs(ActivationMean), ActivationStdDev);
        if (larger == 0 || double.IsInfinity(larger))
        {
            return (0, 0);
        }

        double mean = ActivationMean / larger;
        double stdDev = ActivationStdDev / larger;
        double root = Math.Sqrt((mean * mean) + (stdDev * stdDev));
        return (mean / root, stdDev / root);
    }
}
