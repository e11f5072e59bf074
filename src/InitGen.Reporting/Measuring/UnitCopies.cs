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

        var layout = new WeightLayout(layer);
        var originals = new Dictionary<int, List<int>>();
        for (int unit = 0; unit < layer.Units; unit++)
        {
            int hash = layout.Hash(weights, unit);
            if (!originals.TryGetValue(hash, out List<int>? candidates))
            {
                originals.Add(hash, candidates = []);
            }

            int original = -1;
            foreach (int candidate in candidates)
            {
                bool hasSameBias = biases.IsEmpty || biases[candidate] == biases[unit];
                if (hasSameBias && layout.AreEqual(weights, candidate, unit))
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
        if (copies.Count == 0 || weights.IsEmpty || new WeightLayout(next) is not { Groups: 1 } layout)
        {
            return 0;
        }

        int count = 0;
        foreach ((int copy, int original) in copies)
        {
            int unit = 0;
            while (unit < next.Units && layout.Of(weights, unit, copy).SequenceEqual(layout.Of(weights, unit, original)))
            {
                unit++;
            }

            count += unit == next.Units ? 1 : 0;
        }

        return count;
    }

    /// <summary>How the weights of a layer stand: [units, channels of a group, taps], or the channels first.</summary>
    private readonly struct WeightLayout
    {
        private readonly bool _hasInputsFirst;
        private readonly int _unitsOfGroup;
        private readonly int _channelsOfGroup;
        private readonly int _taps;

        public WeightLayout(LayerInfo layer)
        {
            ParameterInfo weights = layer.Parameters[0];
            _hasInputsFirst = weights.HasInputsFirst;
            Groups = Math.Max(1, (_hasInputsFirst ? layer.Units : layer.Input.Units) / weights.Shape[1]);
            _unitsOfGroup = layer.Units / Groups;
            _channelsOfGroup = layer.Input.Units / Groups;
            _taps = (int)(weights.Count / (weights.Shape[0] * (long)weights.Shape[1]));
        }

        public int Groups { get; }

        /// <summary>The weights of a unit for a channel of its group.</summary>
        public ReadOnlySpan<float> Of(ReadOnlySpan<float> weights, int unit, int channel)
        {
            (int group, int unitOfGroup) = Math.DivRem(unit, _unitsOfGroup);
            int place = _hasInputsFirst
                ? (((group * _channelsOfGroup) + channel) * _unitsOfGroup) + unitOfGroup
                : (unit * _channelsOfGroup) + channel;
            return weights.Slice(place * _taps, _taps);
        }

        /// <summary>Whether two units weigh the same in the same way; those of different groups do not see the same.</summary>
        public bool AreEqual(ReadOnlySpan<float> weights, int one, int other)
        {
            bool areEqual = one / _unitsOfGroup == other / _unitsOfGroup;
            for (int channel = 0; areEqual && channel < _channelsOfGroup; channel++)
            {
                areEqual = Of(weights, one, channel).SequenceEqual(Of(weights, other, channel));
            }

            return areEqual;
        }

        public int Hash(ReadOnlySpan<float> weights, int unit)
        {
            var hash = new HashCode();
            hash.Add(unit / _unitsOfGroup);
            for (int channel = 0; channel < _channelsOfGroup; channel++)
            {
                foreach (float weight in Of(weights, unit, channel))
                {
                    hash.Add(weight + 0f); // −0 equals 0
                }
            }

            return hash.ToHashCode();
        }
    }
}
