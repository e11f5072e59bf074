namespace InitGen.Kernels;

/// <summary>How rows of values lie in a workspace.</summary>
internal static class RowLayout
{
    /// <summary>The floats of a cache line, which every vector width divides.</summary>
    public const int CacheLine = 16;

    /// <summary>The distance between two rows: an odd number of cache lines, so that the lines of a column do not compete for the same
    /// sets of the cache.</summary>
    /// <param name="columns">The number of values of a row.</param>
    public static int Stride(int columns) => checked(((columns + CacheLine - 1) / CacheLine) | 1) * CacheLine;
}
