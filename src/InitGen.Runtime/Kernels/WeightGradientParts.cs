using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Measures the gradients of a layer's weights, some at a time.</summary>
/// <param name="gradients">dL/dW.</param>
/// <param name="statistics">One for each part; added to.</param>
internal readonly ref struct WeightGradientParts(ReadOnlySpan<float> gradients, Span<GradientStatistics> statistics) : IRangeOperation
{
    /// <summary>How many parts a thread should take at a time, some 10 µs.</summary>
    public const int Grain = 2;

    private const int WeightsOfPart = 1 << 14;

    private readonly ReadOnlySpan<float> _gradients = gradients;
    private readonly Span<GradientStatistics> _statistics = statistics;

    /// <summary>The number of parts.</summary>
    /// <param name="weights">The number of weights.</param>
    public static int Count(int weights) => PanelGrid.Quotient(weights, WeightsOfPart);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int part = start; part < end; part++)
        {
            int weight = part * WeightsOfPart;
            SignalMeasurement.AddWeights(
                ref _statistics[part], _gradients.Slice(weight, Math.Min(WeightsOfPart, _gradients.Length - weight)));
        }
    }
}
