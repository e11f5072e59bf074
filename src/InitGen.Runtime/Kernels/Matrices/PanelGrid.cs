using System;

namespace InitGen.Kernels.Matrices;

/// <summary>How a matrix of results is cut into parts that are worked on independently: into panels of columns and, where these are few,
/// into strips of rows too. It depends on the shape alone, not on the number of threads.</summary>
/// <param name="rows">The rows of the matrix.</param>
/// <param name="columns">Its columns.</param>
/// <param name="width">The columns of a panel; the last one may have less.</param>
/// <param name="rowsOfPart">The rows of a part, where they are not left to the shape.</param>
internal readonly struct PanelGrid(int rows, int columns, int width, int rowsOfPart = 0)
{
    private const int SufficientParts = 16;
    private const int FewestRows = 24;

    // What is worth waking a thread for, some 10 µs.
    private const long WorkOfThread = 1 << 19;

    private readonly int _rows = rows;
    private readonly int _columns = columns;
    private readonly int _panels = Quotient(columns, width);

    /// <summary>The columns of a panel; the last one may have less.</summary>
    public int Width { get; } = width;

    /// <summary>The number of parts.</summary>
    public int Count => _panels * Quotient(_rows, RowsOfPart);

    /// <summary>The rows of a part; the last strip may have less.</summary>
    public int RowsOfPart { get; } = rowsOfPart > 0
        ? rowsOfPart
        : RoundUp(Math.Max(Quotient(rows, Quotient(SufficientParts, Quotient(columns, width))), FewestRows), MatrixProduct.TileRows);

    /// <summary>The place of a part.</summary>
    /// <param name="part">The part; those of a strip follow each other.</param>
    public (int Row, int Rows, int Column, int Columns) this[int part]
    {
        get
        {
            int row = part / _panels * RowsOfPart;
            int column = part % _panels * Width;
            return (row, Math.Min(RowsOfPart, _rows - row), column, Math.Min(Width, _columns - column));
        }
    }

    /// <summary>How many parts a thread should take at a time.</summary>
    /// <param name="work">The number of multiplications.</param>
    /// <param name="parts">The number of parts.</param>
    public static int Grain(long work, int parts) => (int)Math.Clamp(WorkOfThread * parts / work, 1, int.MaxValue);

    /// <summary>A number rounded up to a multiple.</summary>
    /// <param name="number">The number.</param>
    /// <param name="multiple">What the result is a multiple of.</param>
    public static int RoundUp(int number, int multiple) => Quotient(number, multiple) * multiple;

    /// <summary>A quotient rounded up.</summary>
    /// <param name="number">The dividend, at least 0.</param>
    /// <param name="divisor">The divisor.</param>
    public static int Quotient(int number, int divisor) => (int)(((long)number + divisor - 1) / divisor);
}
