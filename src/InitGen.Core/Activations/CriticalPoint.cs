using System;
using InitGen.Propagation;

namespace InitGen.Activations;

/// <summary>A point on the edge of chaos, at which neither the signal nor the gradients of a deep stack grow or shrink: χ⊥ = 1 and χ∥ ≤ 1
/// (Schoenholz et al. 2017; Roberts, Yaida and Hanin 2022, chapter 5).</summary>
/// <param name="Variance">The variance q* of the pre-activations, the fixed point.</param>
/// <param name="BiasVariance">The variance of the noise on the biases that holds it, q* − E[φ(z)²]/E[φ'(z)²].</param>
internal readonly record struct CriticalPoint(double Variance, double BiasVariance)
{
    // Near 0 a function is two straight lines to four digits.
    private const double NearZero = 1e-8;
    private const double NearZeroTolerance = 1e-2;

    // Gains are rounded, so that a stack comes only so near. All its layers have the same weights then.
    private const double StackTolerance = 1e-3;

    private const double LargestVariance = 1e12;
    private const double Tolerance = 1e-10;

    // As much as a standard deviation that is written with four digits is off.
    private const double StabilityTolerance = 1e-4;

    /// <summary>The variance of a weight times the fan-in: of a stack of the activation, 1/E[φ'(z)²] (χ⊥ = 1), and behind anything else the
    /// one that brings it to the point. The limit without noise is where a signal goes of itself.</summary>
    /// <param name="function">The activation φ.</param>
    /// <param name="secondMoment">The second moment of what comes in; not positive or not finite where it is unknown.</param>
    public double WeightVariance(ActivationFunction function, double secondMoment)
    {
        GaussianMoments own = GaussianMoments.Of(function, 0, Math.Sqrt(Variance));
        bool isTaken = Variance != NearZero && secondMoment > 0 && !double.IsInfinity(secondMoment)
            && Math.Abs(secondMoment - own.ActivationSecondMoment) > StackTolerance * own.ActivationSecondMoment;
        return isTaken ? (Variance - BiasVariance) / secondMoment : 1 / own.DerivativeSecondMoment;
    }

    /// <summary>The point of an activation at which biases have noise of a given standard deviation; without any, where fluctuations grow
    /// at that one, the first at which they do not.</summary>
    /// <param name="function">The activation.</param>
    /// <param name="biasStdDev">The standard deviation of the noise on the biases, at least 0.</param>
    /// <returns>The point; null where there is none, or none that is stable.</returns>
    public static CriticalPoint? Of(ActivationFunction function, double biasStdDev)
    {
        if (biasStdDev == 0 && function.CriticalPoint is { } point)
        {
            return point;
        }

        double biasVariance = biasStdDev * biasStdDev;
        if (biasVariance == 0 && Math.Abs(BiasVarianceAt(function, NearZero)) < NearZeroTolerance * NearZero)
        {
            return new CriticalPoint(NearZero, 0);
        }

        // Of two straight lines that meet at 0 each point without noise is critical, and no other.
        if (function.IsHomogeneous || !(biasVariance < LargestVariance))
        {
            return null;
        }

        // The noise that a point needs grows with its variance.
        double below = Math.Max(biasVariance, NearZero);
        double above = 2 * below;
        while (BiasVarianceAt(function, above) < biasVariance && above < LargestVariance)
        {
            below = above;
            above *= 2;
        }

        while (above - below > Tolerance * above)
        {
            double middle = (above + below) / 2;
            if (BiasVarianceAt(function, middle) < biasVariance)
            {
                below = middle;
            }
            else
            {
                above = middle;
            }
        }

        return above < LargestVariance && IsStable(function, above) ? new CriticalPoint(above, biasVariance) : null;
    }

    private static double BiasVarianceAt(ActivationFunction function, double variance)
    {
        GaussianMoments moments = GaussianMoments.Of(function, 0, Math.Sqrt(variance));
        return variance - (moments.ActivationSecondMoment / moments.DerivativeSecondMoment);
    }

    // χ∥ = σ²·dE[φ²]/dq ≤ 1.
    private static bool IsStable(ActivationFunction function, double variance)
    {
        GaussianMoments moments = GaussianMoments.Of(function, 0, Math.Sqrt(variance));
        double slope = moments.SecondMomentSlope * moments.ActivationSecondMoment / variance;
        return slope / moments.DerivativeSecondMoment <= 1 + StabilityTolerance;
    }
}
