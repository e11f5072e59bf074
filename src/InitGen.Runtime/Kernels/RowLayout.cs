namespace InitGen.Kernels;

/// <summary>How rows of values lie in a workspace.</summary>
internal static class RowLayout
{
    /// <summary>The distance between two rows is a multiple of this, which every vector width divides.</summary>
    public const int Multiple = 16;

    /// <summary>The distance between two rows.</summary>
    /// <param name="columns">The number of values of a row.</param>
    public static int Stride(int columns) => checked(columns + Multiple - 1) & -Multiple;
}
