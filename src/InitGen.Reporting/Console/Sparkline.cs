using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace InitGen.Reporting;

/// <summary>Counts as a row of block characters, for terminals.</summary>
public static class Sparkline
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";
    private const string Ascii = " .:-=+*#@";

    /// <summary>One character a count, the highest count as a full block; a count that is not 0 is never drawn as empty.</summary>
    /// <param name="counts">The counts, at least one, none negative.</param>
    /// <param name="unicode">Whether block characters may be used; else those of ASCII.</param>
    /// <exception cref="ArgumentException"><paramref name="counts"/> is empty, or has a negative count.</exception>
    public static string Of(IReadOnlyList<long> counts, bool unicode = true)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            throw new ArgumentException("There are no counts; at least one is needed.", nameof(counts));
        }

        if (counts.Index().FirstOrDefault(count => count.Item < 0) is { Item: < 0 } negative)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture, $"counts[{negative.Index}] is {negative.Item}, but a count must be at least 0."),
                nameof(counts));
        }

        string heights = unicode ? Blocks : Ascii;
        long highest = Math.Max(1, counts.Max());
        return string.Concat(counts.Select(count => heights[(int)Math.Ceiling(count * (heights.Length - 1.0) / highest)]));
    }
}
