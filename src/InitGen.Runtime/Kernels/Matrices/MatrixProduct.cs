using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Matrices;

/// <summary>The product of two matrices, added to a third. Each element of the result is one chain of fused multiply-adds, from what stood
/// there through the inner dimension in ascending order: the same bits for every vector width and every way to divide the work.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>How much of the inner dimension is packed at a time: a panel is at most 64 KiB, which stay in the second-level cache.</summary>
    private const int PanelDepth = 512;

    /// <summary>The rows of a tile. Times two vectors it makes the 12 sums that keep the multipliers busy and, with the two vectors and
    /// the factor at hand, fit 16 registers.</summary>
    public const int TileRows = 6;

    /// <summary>The columns of a panel of the widest vectors, which those of the others divide.</summary>
    public const int WidestPanel = 32;

    /// <summary>The number of columns that are computed at a time, two vectors.</summary>
    public static int PanelWidth => 2 * (Vector512.IsHardwareAccelerated ? Lanes16.Count
        : Vector256.IsHardwareAccelerated ? Lanes8.Count : Lanes4.Count);

    /// <summary>The floats that a panel of the right matrix is packed into.</summary>
    public static int PackedSize => PanelDepth * PanelWidth;

    /// <summary>product += left · right, on several threads where it is worth it.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="right">[k x n].</param>
    /// <param name="product">[m x n], row-major.</param>
    public static void Add(Matrix left, Matrix right, Matrix product)
    {
        var grid = new PanelGrid(product.Rows, product.Columns, PanelWidth);
        long scratchSize = PackedSize + ((long)grid.RowsOfPart * PanelWidth);
        var scratch = new ScratchPlaces(Workspace.OfThread.Scratch, scratchSize);
        ThreadTeam.For(grid.Count, grid.Grain(right.Rows), new ProductParts(left, right, product, grid, scratch));
    }

    /// <summary>product += left · right on the calling thread, the right matrix read where it stands: for those that are narrow, or used
    /// once.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="right">[k x n], row-major; there is memory up to the next multiple of <see cref="WidestPanel"/> columns.</param>
    /// <param name="product">[m x n], row-major, with room up to that multiple; what stands behind the first n columns is left with no
    /// meaning.</param>
    public static void AddInPlace(Matrix left, Matrix right, Matrix product)
    {
        if (Vector512.IsHardwareAccelerated) AddInPlace<Lanes16>(left, right, product);
        else if (Vector256.IsHardwareAccelerated) AddInPlace<Lanes8>(left, right, product);
        else AddInPlace<Lanes4>(left, right, product);
    }

    /// <summary>The same in vectors of a given width.</summary>
    internal static void AddInPlace<TLanes>(Matrix left, Matrix right, Matrix product)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < right.Columns; column += 2 * TLanes.Count)
        {
            AddTiles<TLanes>(left, right.Rows, right.At(0, column), right.RowStride, product.At(0, column), product.RowStride);
        }
    }

    /// <summary>product += left · right for at most <see cref="PanelWidth"/> columns; of one row and the columns of a transposed matrix, for
    /// any number.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="right">[k x n].</param>
    /// <param name="product">m rows with room for <see cref="PanelWidth"/> columns; what stands behind the first n is left with no
    /// meaning.</param>
    /// <param name="productStride">The distance between the rows of the product.</param>
    /// <param name="packed">Scratch memory of <see cref="PackedSize"/>.</param>
    public static void AddPanel(Matrix left, Matrix right, float* product, nint productStride, float* packed)
    {
        if (left.Rows == 1 && left.ColumnStride == 1 && right.RowStride == 1) RowProduct.Add(left.Data, right, product);
        else if (Vector512.IsHardwareAccelerated) AddPanel<Lanes16>(left, right, product, productStride, packed);
        else if (Vector256.IsHardwareAccelerated) AddPanel<Lanes8>(left, right, product, productStride, packed);
        else AddPanel<Lanes4>(left, right, product, productStride, packed);
    }

    /// <summary>product += left · right for at most two vectors of columns.</summary>
    internal static void AddPanel<TLanes>(Matrix left, Matrix right, float* product, nint productStride, float* packed)
        where TLanes : struct, ILanes<TLanes>
    {
        int width = 2 * TLanes.Count;
        for (int inner = 0; inner < right.Rows; inner += PanelDepth)
        {
            int depth = Math.Min(PanelDepth, right.Rows - inner);
            Panel.Pack(right.Part(inner, 0, depth, right.Columns), packed, width);
            AddTiles<TLanes>(left.Part(0, inner, left.Rows, depth), depth, packed, width, product, productStride);
        }
    }

    /// <summary>product += left · panel for two vectors of columns, tile by tile.</summary>
    private static void AddTiles<TLanes>(Matrix left, int depth, float* panel, nint panelStride, float* product, nint productStride)
        where TLanes : struct, ILanes<TLanes>
    {
        int row = 0;
        for (; row <= left.Rows - TileRows; row += TileRows)
        {
            AddSixRows<TLanes>(
                left.Row(row), left.RowStride, left.ColumnStride, panel, panelStride, depth, product + (row * productStride), productStride);
        }

        for (; row < left.Rows; row++)
        {
            AddRow<TLanes>(left.Row(row), left.ColumnStride, panel, panelStride, depth, product + (row * productStride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddSixRows<TLanes>(
        float* factors, nint rowStride, nint innerStride, float* panel, nint panelStride, int depth, float* tile, nint tileStride)
        where TLanes : struct, ILanes<TLanes>
    {
        float* factors0 = factors;
        float* factors1 = factors0 + rowStride;
        float* factors2 = factors1 + rowStride;
        float* factors3 = factors2 + rowStride;
        float* factors4 = factors3 + rowStride;
        float* factors5 = factors4 + rowStride;

        TLanes sum00 = TLanes.Load(tile);
        TLanes sum01 = TLanes.Load(tile + TLanes.Count);
        TLanes sum10 = TLanes.Load(tile + tileStride);
        TLanes sum11 = TLanes.Load(tile + tileStride + TLanes.Count);
        TLanes sum20 = TLanes.Load(tile + (2 * tileStride));
        TLanes sum21 = TLanes.Load(tile + (2 * tileStride) + TLanes.Count);
        TLanes sum30 = TLanes.Load(tile + (3 * tileStride));
        TLanes sum31 = TLanes.Load(tile + (3 * tileStride) + TLanes.Count);
        TLanes sum40 = TLanes.Load(tile + (4 * tileStride));
        TLanes sum41 = TLanes.Load(tile + (4 * tileStride) + TLanes.Count);
        TLanes sum50 = TLanes.Load(tile + (5 * tileStride));
        TLanes sum51 = TLanes.Load(tile + (5 * tileStride) + TLanes.Count);

        PrefetchTile(tile + (TileRows * tileStride), tileStride);
        float* end = panel + (depth * panelStride);
        for (nint offset = 0; panel < end; offset += innerStride, panel += panelStride)
        {
            TLanes right0 = TLanes.Load(panel);
            TLanes right1 = TLanes.Load(panel + TLanes.Count);

            TLanes factor = TLanes.Broadcast(factors0[offset]);
            sum00 = TLanes.MultiplyAdd(factor, right0, sum00);
            sum01 = TLanes.MultiplyAdd(factor, right1, sum01);
            factor = TLanes.Broadcast(factors1[offset]);
            sum10 = TLanes.MultiplyAdd(factor, right0, sum10);
            sum11 = TLanes.MultiplyAdd(factor, right1, sum11);
            factor = TLanes.Broadcast(factors2[offset]);
            sum20 = TLanes.MultiplyAdd(factor, right0, sum20);
            sum21 = TLanes.MultiplyAdd(factor, right1, sum21);
            factor = TLanes.Broadcast(factors3[offset]);
            sum30 = TLanes.MultiplyAdd(factor, right0, sum30);
            sum31 = TLanes.MultiplyAdd(factor, right1, sum31);
            factor = TLanes.Broadcast(factors4[offset]);
            sum40 = TLanes.MultiplyAdd(factor, right0, sum40);
            sum41 = TLanes.MultiplyAdd(factor, right1, sum41);
            factor = TLanes.Broadcast(factors5[offset]);
            sum50 = TLanes.MultiplyAdd(factor, right0, sum50);
            sum51 = TLanes.MultiplyAdd(factor, right1, sum51);
        }

        sum00.Store(tile);
        sum01.Store(tile + TLanes.Count);
        sum10.Store(tile + tileStride);
        sum11.Store(tile + tileStride + TLanes.Count);
        sum20.Store(tile + (2 * tileStride));
        sum21.Store(tile + (2 * tileStride) + TLanes.Count);
        sum30.Store(tile + (3 * tileStride));
        sum31.Store(tile + (3 * tileStride) + TLanes.Count);
        sum40.Store(tile + (4 * tileStride));
        sum41.Store(tile + (4 * tileStride) + TLanes.Count);
        sum50.Store(tile + (5 * tileStride));
        sum51.Store(tile + (5 * tileStride) + TLanes.Count);
    }

    /// <summary>Calls for the tile below while the one above is worked on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchTile(float* tile, nint tileStride)
    {
        if (!Sse.IsSupported) return;

        for (int row = 0; row < TileRows; row++, tile += tileStride)
        {
            Sse.Prefetch0(tile);
            Sse.Prefetch0(tile + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddRow<TLanes>(float* factors, nint innerStride, float* panel, nint panelStride, int depth, float* row)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum0 = TLanes.Load(row);
        TLanes sum1 = TLanes.Load(row + TLanes.Count);
        float* end = panel + (depth * panelStride);
        for (nint offset = 0; panel < end; offset += innerStride, panel += panelStride)
        {
            TLanes factor = TLanes.Broadcast(factors[offset]);
            sum0 = TLanes.MultiplyAdd(factor, TLanes.Load(panel), sum0);
            sum1 = TLanes.MultiplyAdd(factor, TLanes.Load(panel + TLanes.Count), sum1);
        }

        sum0.Store(row);
        sum1.Store(row + TLanes.Count);
    }
}
