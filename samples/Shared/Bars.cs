namespace InitGen.Samples;

/// <summary>Draws counts as a row of block characters, the highest count as a full block.</summary>
public static class Bars
{
    private const string Blocks = " ▁▂▃▄▅▆▇█";

    /// <summary>One character a count; a count that is not 0 is never drawn as empty.</summary>
    /// <param name="counts">The counts, not negative.</param>
    public static string Of(IReadOnlyList<long> counts)
    {
        long highest = Math.Max(1, counts.Max());
        return string.Concat(counts.Select(count => Blocks[(int)Math.Ceiling(count * (Blocks.Length - 1.0) / highest)]));
    }
}
