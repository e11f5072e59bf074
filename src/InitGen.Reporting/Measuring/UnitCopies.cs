using System;
using System.Collections.Generic;

namespace InitGen.Reporting;

/// <summary>Units of a layer that have the weights and the bias of another: the symmetry that random weights are there to break.</summary>
internal static class UnitCopies
{
    /// <summary>Finds the copies among the units of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="parameters">The parameters of the network.</param>
    /// <returns>Pairs of a copy and the first unit that it is a copy of.</returns>
    public static IReadOnlyList<(int Copy, int Original)> Find(in LayerInfo layer, Span<float> parameters)
    {
        ReadOnlySpan<float> weights = layer.Weights(parameters);
        ReadOnlySpan<float> biases = layer.Biases(parameters);
        var copies = new List<(int, int)>();
        if (weights.IsEmpty)
        {
            return copies;
        }

        // Units of different groups of a convolution do not see the same.
        int unitsOfGroup = Math.Max(1, layer.Units * layer.Parameters[0].Shape[1] / layer.Input.Units);
        var originals = new Dictionary<int, List<int>>();
        for (int unit = 0; unit < layer.Units; unit++)
        {
            ReadOnlySpan<float> row = weights.Slice(unit * layer.Inputs, layer.Inputs);
            int hash = HashCode.Combine(unit / unitsOfGroup, Hash(row));
            if (!originals.TryGetValue(hash, out List<int>? candidates))
            {
                originals.Add(hash, candidates = []);
            }

            int original = -1;
            foreach (int candidate in candidates)
            {
                bool hasSameBias = biases.IsEmpty || biases[candidate] == biases[unit];
                if (hasSameBias && candidate / unitsOfGroup == unit / unitsOfGroup && row.SequenceEqual(weights.Slice(candidate * layer.Inputs, layer.Inputs)))
                {
                    original = candidate;
                    break;
                }
            }

            if (original < 0)
            {
                candidates.Add(unit);
            }
            else
            {
                copies.Add((unit, original));
            }
        }

        return copies;
    }

    /// <summary>Counts the copies that the next layer weighs as their originals.</summary>
    /// <param name="copies">The copies among the units of a layer.</param>
    /// <param name="next">The next layer.</param>
    /// <param name="parameters">The parameters of the network.</param>
    public static int CountInseparable(IReadOnlyList<(int Copy, int Original)> copies, in LayerInfo next, Span<float> parameters)
    {
        ReadOnlySpan<float> weights = next.Weights(parameters);
        IReadOnlyList<int> shape = next.Parameters.Count == 0 ? [] : next.Parameters[0].Shape;
        if (copies.Count == 0 || weights.IsEmpty || shape[1] != next.Input.Units)
        {
            return 0;
        }

        // [units, inputs, taps]
        int taps = weights.Length / (shape[0] * shape[1]);
        int count = 0;
        foreach ((int copy, int original) in copies)
        {
            int unit = 0;
            while (unit < shape[0] && WeightsOf(weights, unit, copy).SequenceEqual(WeightsOf(weights, unit, original)))
            {
                unit++;
            }

            count += unit == shape[0] ? 1 : 0;
        }

        return count;

        ReadOnlySpan<float> WeightsOf(ReadOnlySpan<float> weights, int unit, int input) =>
            weights.Slice(((unit * shape[1]) + input) * taps, taps);
    }

    private static int Hash(ReadOnlySpan<float> row)
    {
        var hash = new HashCode();
        foreach (float weight in row)
        {
            hash.Add(weight + 0f); // −0 equals 0
        }

        return hash.ToHashCode();
    }
}
