using System;

namespace InitGen.Initialization;

/// <summary>What the weights of one layer are drawn from, with all constants known. Each initializer comes down to one of these.</summary>
internal abstract record WeightDistribution
{
    private protected WeightDistribution()
    {
    }

    /// <summary>The exact variance of one sampled weight; NaN where nothing is known (custom initializers that do not tell it).</summary>
    /// <param name="inputs">The columns of the matrix of weights: what one unit sums.</param>
    /// <param name="units">Its rows, the units.</param>
    public abstract double Variance(int inputs, int units);

    /// <summary>The mean of a weight, where it is known to be another than 0.</summary>
    public virtual double Mean => 0;

    /// <summary>Whether the matrix is square and keeps the length of what it is multiplied with, but for a gain.</summary>
    /// <param name="inputs">The columns of the matrix of weights.</param>
    /// <param name="units">Its rows.</param>
    public virtual bool KeepsLength(int inputs, int units) => false;

    /// <summary>Whether the weights are independent draws of known mean and variance (or all 0), so that mean-field theory predicts the
    /// signal.</summary>
    public virtual bool IsPredictable => true;
}

/// <summary>All weights have one value.</summary>
/// <param name="Value">The value.</param>
internal sealed record ConstantWeights(double Value) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => 0;

    /// <inheritdoc/>
    public override bool IsPredictable => Value == 0;
}

/// <summary>Weights from N(0, StdDev²), or biases around another mean.</summary>
/// <param name="StdDev">The standard deviation.</param>
/// <param name="Center">The mean.</param>
internal sealed record NormalWeights(double StdDev, double Center = 0) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Mean => Center;

    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev;
}

/// <summary>Weights from a normal distribution cut at two of its standard deviations, with standard deviation StdDev after the
/// cut.</summary>
/// <param name="StdDev">The standard deviation that the weights have.</param>
internal sealed record TruncatedNormalWeights(double StdDev) : WeightDistribution
{
    /// <summary>The standard deviation of a standard normal variable given that it lies in [−2, 2], √(1 − 4·φ(2)/(2·Φ(2) − 1)): a normal
    /// distribution of standard deviation σ/0.8796… has standard deviation σ after the cut.</summary>
    public const double StdDevAfterCut = 0.87962566103423978;

    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev;
}

/// <summary>Weights from U(−Limit, Limit).</summary>
/// <param name="Limit">The bound.</param>
internal sealed record UniformWeights(double Limit) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => Limit * Limit / 3;
}

/// <summary>A random matrix with orthonormal rows (or columns, where they are shorter), times the gain.</summary>
/// <param name="Gain">The gain.</param>
internal sealed record OrthogonalWeights(double Gain) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => Gain * Gain / Math.Max(inputs, units);

    /// <inheritdoc/>
    public override bool KeepsLength(int inputs, int units) => inputs == units;
}

/// <summary>A random matrix with orthonormal columns (or rows, where they are shorter), times the gain, in the middle of the kernel, one for
/// each group; the other taps are 0.</summary>
/// <param name="Gain">The gain.</param>
/// <param name="Kernel">The kernel.</param>
internal sealed record DeltaOrthogonalWeights(double Gain, KernelShape Kernel) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) =>
        Gain * Gain / Math.Max((double)inputs, (double)units / Kernel.Groups * Kernel.Taps);

    /// <inheritdoc/>
    public override bool KeepsLength(int inputs, int units) => inputs == (double)units / Kernel.Groups * Kernel.Taps;
}

/// <summary>The identity matrix.</summary>
internal sealed record IdentityWeights : WeightDistribution
{
    /// <summary>The variance over the entries of the matrix, p − p² where the fraction p of them is 1.</summary>
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => OfOnes(Math.Min(inputs, units) / ((double)inputs * units));

    /// <inheritdoc/>
    public override bool IsPredictable => false;

    /// <summary>The variance of numbers of which a fraction is 1 and the rest 0.</summary>
    internal static double OfOnes(double fraction) => fraction - (fraction * fraction);
}

/// <summary>1 in the middle of the kernel from channel i to channel i of each group, the others 0.</summary>
/// <param name="Kernel">The kernel.</param>
internal sealed record DiracWeights(KernelShape Kernel) : WeightDistribution
{
    /// <summary>The variance over all weights.</summary>
    /// <inheritdoc/>
    public override double Variance(int inputs, int units)
    {
        double channels = Math.Min((double)inputs / Kernel.Taps, (double)units / Kernel.Groups);
        return IdentityWeights.OfOnes(channels * Kernel.Groups / ((double)inputs * units));
    }

    /// <inheritdoc/>
    public override bool IsPredictable => false;
}

/// <summary>NonZeros weights a unit from N(0, StdDev²), at random places, the others 0.</summary>
/// <param name="NonZeros">How many weights of a unit are drawn; all, where it has fewer inputs.</param>
/// <param name="StdDev">The standard deviation of the weights that are drawn.</param>
internal sealed record SparseWeights(int NonZeros, double StdDev) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => StdDev * StdDev * Math.Min(NonZeros, inputs) / inputs;
}

/// <summary>The weights that a type of the user makes.</summary>
/// <param name="TypeName">The full name of the type, as code writes it.</param>
/// <param name="DeclaredVariance">The variance that it tells of its weights; NaN without.</param>
/// <param name="DeclaredMean">The mean that it tells of them.</param>
internal sealed record CustomWeights(string TypeName, double DeclaredVariance, double DeclaredMean = 0) : WeightDistribution
{
    /// <inheritdoc/>
    public override double Mean => DeclaredMean;

    /// <inheritdoc/>
    public override double Variance(int inputs, int units) => DeclaredVariance;

    /// <inheritdoc/>
    public override bool IsPredictable => !double.IsNaN(DeclaredVariance);
}
