using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Initialization;
using MathNet.Numerics;

namespace InitGen.Randomness;

/// <summary>Holds weights to their distributions and streams to their independence.</summary>
public static class WeightFindings
{
    private const double HalfMass = 0.47724986805182079; // Φ(2) − 1/2
    private const double TruncatedStdDev = 0.87962566103423978; // of N(0, 1) cut at ±2

    /// <summary>All findings.</summary>
    /// <param name="seed">The seed of all weights.</param>
    /// <param name="draws">How many weights of each distribution are drawn.</param>
    /// <param name="parameters">Of how many parameters each pair is tested for correlation.</param>
    /// <param name="weights">How many weights each of them has.</param>
    public static IEnumerable<Finding> Of(ulong seed, int draws, int parameters, int weights) =>
        [.. Normal(seed, draws), .. TruncatedNormal(seed, draws), .. Uniform(seed, draws), .. Correlations(seed, parameters, weights)];

    private static IEnumerable<Finding> Normal(ulong seed, int draws)
    {
        float[] sorted = Draw(draws, weights => Initializers.Normal(weights, 0, 1, seed, ParameterStream.Of("Normal")));
        return [.. Fit("normal", sorted, NormalBelow, static x => NormalBelow(-x)), .. Tails("normal", sorted, [3, 4, 5], static x => 2 * NormalBelow(-x))];
    }

    private static IEnumerable<Finding> TruncatedNormal(ulong seed, int draws)
    {
        // In units of the distribution before the cut.
        float[] sorted = Draw(draws, weights =>
            Initializers.TruncatedNormal(weights, 0, TruncatedStdDev, seed, ParameterStream.Of("TruncatedNormal")));
        return
        [
            .. Fit("truncated normal", sorted, TruncatedBelow, static x => TruncatedBelow(-x)),
            .. Tails("truncated normal", sorted, [1, 1.9, 1.999], static x => 2 * TruncatedBelow(-x)),
            new Finding("truncated normal", "none beyond 2", Math.Max(-sorted[0], sorted[^1]) <= 2 ? 1 : 0),
        ];
    }

    private static IEnumerable<Finding> Uniform(ulong seed, int draws)
    {
        float[] sorted = Draw(draws, weights => Initializers.Uniform(weights, 1, seed, ParameterStream.Of("Uniform")));
        return Fit("uniform", sorted, static x => (1 + x) / 2, static x => (1 - x) / 2);
    }

    private static IEnumerable<Finding> Fit(string name, float[] sorted, Func<double, double> below, Func<double, double> above)
    {
        yield return new Finding(name, Text($"Kolmogorov–Smirnov, {sorted.Length:N0} draws"), GoodnessOfFit.KolmogorovSmirnov(sorted, below));
        yield return new Finding(name, Text($"Anderson–Darling, {sorted.Length:N0} draws"), GoodnessOfFit.AndersonDarling(sorted, below, above));
    }

    private static IEnumerable<Finding> Tails(string name, float[] sorted, double[] bounds, Func<double, double> beyond)
    {
        foreach (double bound in bounds)
        {
            int count = sorted.Count(value => Math.Abs(value) > bound);
            double mean = sorted.Length * beyond(bound);
            double p = Math.Min(1, 2 * Math.Min(PoissonUpTo(count, mean), PoissonFrom(count, mean)));
            yield return new Finding(name, Text($"{count:N0} beyond ±{bound}, expected {mean:N1}"), p);
        }
    }

    /// <summary>Correlations of the weights of all pairs of parameters, and of their squares, which have mean 0 and variance 1/n.</summary>
    private static IEnumerable<Finding> Correlations(ulong seed, int parameters, int weights)
    {
        // Names that are as much alike as they can be; weights and biases in turns.
        float[][] values =
        [
            .. Enumerable.Range(0, parameters).Select(i =>
            {
                string layer = string.Create(CultureInfo.InvariantCulture, $"Hidden.{i / 2}");
                string name = i % 2 == 0 ? ParameterStream.NameOf(layer, "Weights") : ParameterStream.NameOf(layer, "Biases");
                var drawn = new float[weights];
                Initializers.Normal(drawn, 0, 1, seed, ParameterStream.Of(name));
                return drawn;
            }),
        ];
        yield return Correlation("of weights", values);
        yield return Correlation("of squares", [.. values.Select(drawn => drawn.Select(static x => ((x * x) - 1) / MathF.Sqrt(2)).ToArray())]);
    }

    private static Finding Correlation(string what, float[][] values)
    {
        double sum = 0;
        double largest = 0;
        int pairs = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < i; j++, pairs++)
            {
                double correlation = Dot(values[i], values[j]) / Math.Sqrt(values[i].Length);
                sum += correlation * correlation;
                largest = Math.Max(largest, Math.Abs(correlation));
            }
        }

        // The correlations are about normal with variance 1, so that their squares have the mean 1 and the variance 2.
        return Finding.OfDeviation(
            "pairs of parameters",
            Text($"correlations {what}, {pairs:N0} pairs of {values[0].Length:N0}, the largest {largest:0.0} standard errors"),
            (sum - pairs) / Math.Sqrt(2.0 * pairs));
    }

    private static double Dot(float[] left, float[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += (double)left[i] * right[i];
        }

        return sum;
    }

    private static float[] Draw(int count, Action<float[]> initialize)
    {
        var weights = new float[count];
        initialize(weights);
        Array.Sort(weights);
        return weights;
    }

    private static double NormalBelow(double x) => SpecialFunctions.Erfc(-x / Constants.Sqrt2) / 2;

    // From the cut on the left; the difference loses no more than three digits, at the cut itself, where it is 1e-9.
    private static double TruncatedBelow(double x) => Math.Max(1e-300, (NormalBelow(x) - NormalBelow(-2)) / (2 * HalfMass));

    private static double PoissonUpTo(int count, double mean) => SpecialFunctions.GammaUpperRegularized(count + 1.0, mean);

    private static double PoissonFrom(int count, double mean) => count == 0 ? 1 : SpecialFunctions.GammaLowerRegularized(count, mean);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
