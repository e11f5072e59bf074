using System;
using InitGen.Statistics;

namespace InitGen;

/// <summary>The gradient of a loss L at one layer, as measured on a batch: that with respect to the pre-activations z, for each unit and
/// row, and that with respect to the weights, summed over the batch. Figures are those of the whole population, accumulated in double
/// precision; NaN and infinity are counted in <see cref="NonFiniteCount"/> and left out of the others. Figures of no values are
/// NaN.</summary>
public record struct GradientStatistics
{
    private Moments _gradients;
    private Moments _weightGradients;
    private Extent _extent;

    /// <summary>How many gradients dL/dz were measured, one a unit and row, those of <see cref="NonFiniteCount"/> left out.</summary>
    public readonly long Count => _gradients.Count;

    /// <summary>How many gradients dL/dz are NaN or infinite.</summary>
    public long NonFiniteCount { get; private set; }

    /// <summary>The mean of dL/dz.</summary>
    public readonly double Mean => _gradients.Mean;

    /// <summary>The standard deviation of dL/dz; its ratio to that of the last layer is what
    /// <see cref="LayerPrediction.GradientStdDev"/> predicts.</summary>
    public readonly double StdDev => _gradients.StdDev;

    /// <summary>The largest |dL/dz|.</summary>
    public readonly double LargestMagnitude => Count == 0 ? double.NaN : Math.Max(_extent.Largest, -_extent.Smallest);

    /// <summary>The fraction of dL/dz that is exactly 0.</summary>
    public readonly double ZeroFraction => (double)_extent.Zeros / Count;

    /// <summary>The standard deviation of dL/dW, summed over the batch, over all weights of the layer.</summary>
    public readonly double WeightGradientStdDev => _weightGradients.StdDev;

    /// <summary>Adds gradients with respect to z, if all of them are finite.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <returns>Whether they were added.</returns>
    internal bool TryAdd(ReadOnlySpan<float> gradients)
    {
        Moments moments = _gradients.Of(gradients);
        if (!moments.IsFinite)
        {
            return false;
        }

        _gradients.Merge(moments);
        _extent.Add(gradients);
        return true;
    }

    /// <summary>Counts gradients that are not finite.</summary>
    /// <param name="count">How many there are.</param>
    internal void AddNonFinite(int count) => NonFiniteCount += count;

    /// <summary>Adds gradients with respect to weights, if all of them are finite.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <returns>Whether they were added.</returns>
    internal bool TryAddWeightGradients(ReadOnlySpan<float> gradients)
    {
        Moments moments = _weightGradients.Of(gradients);
        if (moments.IsFinite)
        {
            _weightGradients.Merge(moments);
        }

        return moments.IsFinite;
    }

    /// <summary>Adds what was measured of other rows.</summary>
    /// <param name="other">The other measurement.</param>
    internal void Merge(in GradientStatistics other)
    {
        _gradients.Merge(other._gradients);
        _weightGradients.Merge(other._weightGradients);
        _extent.Merge(other._extent);
        NonFiniteCount += other.NonFiniteCount;
    }
}
