using System;
using System.Linq;
using InitGen.Activations;
using InitGen.Mathematics;
using InitGen.Statistics;

namespace InitGen;

/// <summary>The signal of a batch at one layer, as measured: the twins of <see cref="LayerPrediction"/> and more. Figures are those of
/// the whole population, units times rows, accumulated in double precision. A value is left out of all of them, and counted in
/// <see cref="NonFiniteCount"/> alone, where the pre-activation or the activation is NaN or infinite. A softmax layer is measured as its
/// logits. Figures of no values are NaN.</summary>
public record struct LayerStatistics
{
    private static readonly Interval?[] Ranges =
        [.. Enum.GetValues<Activation>().Select(activation => ActivationFunction.Of(activation).Range)];

    private Moments _preActivations;
    private Moments _activations;
    private Histogram _histogram;
    private Extent _extent;
    private Sensitivity _sensitivity;
    private double _squaredDeviations; // of the activations of each unit, from that unit's mean

    private LayerStatistics(float lower, float upper)
    {
        _histogram = new Histogram(lower, upper);
        _extent = Extent.Empty;
    }

    /// <summary>How many values were measured, one a unit and row, those of <see cref="NonFiniteCount"/> left out.</summary>
    public readonly long Count => _preActivations.Count;

    /// <summary>How many values were not measured, because the pre-activation or the activation is NaN or infinite.</summary>
    public long NonFiniteCount { get; private set; }

    /// <summary>The mean of the pre-activations z.</summary>
    public readonly double PreActivationMean => _preActivations.Mean;

    /// <summary>The standard deviation of the pre-activations z.</summary>
    public readonly double PreActivationStdDev => _preActivations.StdDev;

    /// <summary>The mean of the activations φ(z).</summary>
    public readonly double ActivationMean => _activations.Mean;

    /// <summary>The standard deviation of the activations φ(z).</summary>
    public readonly double ActivationStdDev => _activations.StdDev;

    /// <summary>The part of <see cref="ActivationStdDev"/> that tells inputs apart: the root of the variance of a unit's activations over
    /// the rows, which is averaged over the units. The rest differs between units, and is the same whatever comes in. Of a single row 0;
    /// NaN where a value was not measured.</summary>
    public readonly double SignalStdDev => Math.Sqrt(_squaredDeviations / Count);

    /// <summary>The smallest activation.</summary>
    public readonly double ActivationMin => Count == 0 ? double.NaN : _extent.Smallest;

    /// <summary>The largest activation.</summary>
    public readonly double ActivationMax => Count == 0 ? double.NaN : _extent.Largest;

    /// <summary>The mean of the derivatives φ'(z).</summary>
    public readonly double DerivativeMean => _sensitivity.DerivativeSum / Count;

    /// <summary>The fraction of values that pass less than 1 % of the gradient, |φ'(z)| &lt; 0.01·sup|φ'|. For ReLU, the inactive
    /// ones.</summary>
    public readonly double SaturatedFraction => (double)_sensitivity.Saturated / Count;

    /// <summary>The fraction of activations that are exactly 0.</summary>
    public readonly double ZeroFraction => (double)_extent.Zeros / Count;

    /// <summary>How many units are saturated on every row of the batch; 0 for an empty batch. A row with a value that is not finite is
    /// not a saturated one.</summary>
    public int DeadUnits { readonly get; internal set; }

    /// <summary>How the activations are distributed: over their range where it is bounded (tanh and softsign −1 to 1, sigmoid 0 to 1),
    /// else over the predicted mean ± 4 predicted standard deviations, of all that is possible where bounds are predicted; where the standard deviation is 0 or not known, ± 4 or a millionth
    /// of the mean, whichever is more, around 0 where the mean is not known either. The counts sum to <see cref="Count"/>.</summary>
    public readonly Histogram Histogram => _histogram;

    /// <summary>Statistics of a layer of which nothing is measured yet.</summary>
    /// <param name="layer">The layer, for the range of its histogram.</param>
    internal static LayerStatistics For(in LayerInfo layer)
    {
        if (Ranges[(int)layer.Activation] is { } range)
        {
            return new LayerStatistics((float)range.Lower, (float)range.Upper);
        }

        LayerPrediction lower = layer.PredictedBounds?.Lower ?? layer.Predicted;
        LayerPrediction upper = layer.PredictedBounds?.Upper ?? layer.Predicted;
        double apart = (upper.ActivationMean - lower.ActivationMean) / 2;
        double mean = lower.ActivationMean + apart;
        return Around(mean, apart + (4 * upper.ActivationStdDev))
            ?? Around(mean, Math.Max(4, Math.Abs(mean) * 1e-6))
            ?? new LayerStatistics(-4, 4);
    }

    /// <summary>Statistics with a histogram around a middle; null where floats cannot express its range.</summary>
    private static LayerStatistics? Around(double middle, double reach)
    {
        float lower = (float)(middle - reach);
        float upper = (float)(middle + reach);
        return lower < upper && float.IsFinite(upper - lower) ? new LayerStatistics(lower, upper) : null;
    }

    /// <summary>Adds values, one for each place of the spans, if all of them are finite.</summary>
    /// <param name="preActivations">The pre-activations z.</param>
    /// <param name="activations">The activations φ(z).</param>
    /// <param name="derivatives">The derivatives φ'(z).</param>
    /// <param name="saturationThreshold">The magnitude of a derivative below which a unit is saturated.</param>
    /// <returns>Whether they were added.</returns>
    internal bool TryAdd(
        ReadOnlySpan<float> preActivations, ReadOnlySpan<float> activations, ReadOnlySpan<float> derivatives, float saturationThreshold)
    {
        Moments ofPreActivations = _preActivations.Of(preActivations);
        Moments ofActivations = _activations.Of(activations);
        if (!ofPreActivations.IsFinite || !ofActivations.IsFinite)
        {
            return false;
        }

        _preActivations.Merge(ofPreActivations);
        _activations.Merge(ofActivations);
        _extent.Add(activations);
        _sensitivity.Add(derivatives, saturationThreshold);
        _histogram.Add(activations);
        return true;
    }

    /// <summary>Counts values that are not finite.</summary>
    /// <param name="count">How many there are.</param>
    internal void AddNonFinite(int count) => NonFiniteCount += count;

    /// <summary>Adds squared deviations of activations from the means of their units.</summary>
    /// <param name="squares">Their sum; NaN where some are not known.</param>
    internal void AddSquaredDeviations(double squares) => _squaredDeviations += squares;

    /// <summary>Adds what was measured of other rows, but for what the units are needed for: <see cref="DeadUnits"/>, which counts them,
    /// and the deviations between their means over either rows.</summary>
    /// <param name="other">The other measurement, with a histogram over the same range.</param>
    internal void Merge(in LayerStatistics other)
    {
        _preActivations.Merge(other._preActivations);
        _activations.Merge(other._activations);
        _histogram.Merge(other._histogram);
        _extent.Merge(other._extent);
        _sensitivity.Merge(other._sensitivity);
        _squaredDeviations += other._squaredDeviations;
        NonFiniteCount += other.NonFiniteCount;
    }
}
