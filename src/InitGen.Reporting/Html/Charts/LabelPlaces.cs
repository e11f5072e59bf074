using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Reporting.Charts;

/// <summary>Labels that keep off each other.</summary>
internal static class LabelPlaces
{
    /// <summary>Moves places apart as little as can be, in the sum of squares: the isotonic regression of what they have beyond their least
    /// distance, by pooling adjacent violators (Ayer et al. 1955).</summary>
    /// <param name="wanted">Where the labels should be, ascending.</param>
    /// <param name="distance">The least distance of two.</param>
    /// <param name="lower">The least place.</param>
    /// <param name="upper">The largest place.</param>
    /// <returns>Where they are.</returns>
    public static double[] Spread(IReadOnlyList<double> wanted, double distance, double lower, double upper)
    {
        var pools = new Stack<(double Mean, int Count)>();
        for (int i = 0; i < wanted.Count; i++)
        {
            (double Mean, int Count) pool = (wanted[i] - (i * distance), 1);
            while (pools.TryPeek(out (double Mean, int Count) before) && before.Mean >= pool.Mean)
            {
                pools.Pop();
                int count = before.Count + pool.Count;
                pool = (((before.Mean * before.Count) + (pool.Mean * pool.Count)) / count, count);
            }

            pools.Push(pool);
        }

        double last = Math.Max(lower, upper - ((wanted.Count - 1) * distance));
        return
        [
            .. pools.Reverse()
                .SelectMany(pool => Enumerable.Repeat(Math.Clamp(pool.Mean, lower, last), pool.Count))
                .Select((place, i) => place + (i * distance)),
        ];
    }
}
