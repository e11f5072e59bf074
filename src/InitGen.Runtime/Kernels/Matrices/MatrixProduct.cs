using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Matrices;

/// <summary>The product of two matrices, written or added to a third. Each element of the result is one chain of fused multiply-adds, from
/// where it starts through the inner dimension in ascending order: the same bits for every vector width and every way to divide the
/// work.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>How much of the inner dimension is packed at a time: a panel is at most 64 KiB, which stay in the second-level
    /// cache.</summary>
    private const int PanelDepth = 512;

    /// <summary>The rows of a tile. Times two vectors it makes the 12 sums that keep the multipliers busy and, with the two vectors and
    /// the factor at hand, fit 16 registers.</summary>
    public const int TileRows = 6;

    /// <summary>The rows of a tile where fewer are left: the fewest whose sums keep the multipliers busy.</summary>
    private const int SmallTileRows = 4;

    /// <summary>The columns of a panel of the widest vectors, which those of the others divide.</summary>
    public const int WidestPanel = 32;

    /// <summary>The number of columns that are computed at a time, two vectors.</summary>
    public static int PanelWidth => 2 * (Vector512.IsHardwareAccelerated ? Lanes16.Count
        : Vector256.IsHardwareAccelerated ? Lanes8.Count : Lanes4.Count);

    /// <summary>The floats that a panel of the right matrix is packed into.</summary>
    public static int PackedSize => PanelDepth * PanelWidth;

    /// <summary>Computes products that do not need each other, on several threads where it is worth it.</summary>
    /// <param name="products">The products.</param>
    public static void Compute(params ReadOnlySpan<Product> products)
    {
        long scratchSize = 0;
        long work = 0;
        int parts = 0;
        foreach (ref readonly Product product in products)
        {
            scratchSize = Math.Max(scratchSize, ProductParts.ScratchSize(product.Grid));
            work += product.Work;
            parts += product.Grid.Count;
        }

        int grain = PanelGrid.Grain(work, parts);
        int degree = ThreadTeam.Degree(parts, grain);
        var scratch = new ScratchPlaces(Workspace.OfThread.Scratch, scratchSize, degree);
        ThreadTeam.For(parts, grain, degree, new ProductParts(products, scratch));
    }

    /// <summary>product += left · right on the calling thread, the right matrix read where it stands: for those that are narrow, or used
    /// once.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="right">[k x n], row-major; there is memory up to the next multiple of <see cref="WidestPanel"/> columns.</param>
    /// <param name="product">[m x n], row-major, with room up to that multiple; what stands behind the first n columns is left with no
    /// meaning.</param>
    public static void AddInPlace(Matrix left, Matrix right, Matrix product)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddInPlace<Lanes16>(left, right, product);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddInPlace<Lanes8>(left, right, product);
        }
        else
        {
            AddInPlace<Lanes4>(left, right, product);
        }
    }

    /// <summary>The same in vectors of a given width.</summary>
    internal static void AddInPlace<TLanes>(Matrix left, Matrix right, Matrix product)
        where TLanes : struct, ILanes<TLanes>
    {
        for (int column = 0; column < right.Columns; column += 2 * TLanes.Count)
        {
            Matrix tiles = product.Part(0, column, product.Rows, 2 * TLanes.Count);
            ComputeTiles<TLanes>(left, right.At(0, column), right.RowStride, tiles, tiles);
        }
    }

    /// <summary>product = start + left · right for at most <see cref="PanelWidth"/> columns; of one row and the columns of a transposed
    /// matrix, for any number.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="right">[k x n].</param>
    /// <param name="start">Where the sums start, in the columns of the product: the product itself, or another matrix; one row for all
    /// where its row stride is 0.</param>
    /// <param name="product">[m x <see cref="PanelWidth"/>]; written, with no meaning behind the first n columns.</param>
    /// <param name="packed">Scratch memory of <see cref="PackedSize"/>.</param>
    public static void ComputePanel(Matrix left, Matrix right, Matrix start, Matrix product, float* packed)
    {
        if (left.Rows == 1 && left.ColumnStride == 1 && right.RowStride == 1)
        {
            Matrix.CopyRow(start.Data, product.Data, right.Columns);
            RowProduct.Add(left.Data, right, product.Data);
        }
        else if (Vector512.IsHardwareAccelerated)
        {
            ComputePanel<Lanes16>(left, right, start, product, packed);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            ComputePanel<Lanes8>(left, right, start, product, packed);
        }
        else
        {
            ComputePanel<Lanes4>(left, right, start, product, packed);
        }
    }

    /// <summary>product = start + left · right for at most two vectors of columns.</summary>
    internal static void ComputePanel<TLanes>(Matrix left, Matrix right, Matrix start, Matrix product, float* packed)
        where TLanes : struct, ILanes<TLanes>
    {
        int width = 2 * TLanes.Count;
        for (int inner = 0; inner < right.Rows; inner += PanelDepth)
        {
            int depth = Math.Min(PanelDepth, right.Rows - inner);
            Panel.Pack(right.Part(inner, 0, depth, right.Columns), packed, width);
            ComputeTiles<TLanes>(left.Part(0, inner, left.Rows, depth), packed, width, inner == 0 ? start : product, product);
        }
    }

    /// <summary>sums += left · panel for a panel of <see cref="PanelWidth"/> columns that is packed already.</summary>
    /// <param name="left">[m x k].</param>
    /// <param name="panel">[k x <see cref="PanelWidth"/>], without gaps.</param>
    /// <param name="sums">[m x <see cref="PanelWidth"/>].</param>
    public static void AddPacked(Matrix left, float* panel, Matrix sums)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            ComputeTiles<Lanes16>(left, panel, 2 * Lanes16.Count, sums, sums);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            ComputeTiles<Lanes8>(left, panel, 2 * Lanes8.Count, sums, sums);
        }
        else
        {
            ComputeTiles<Lanes4>(left, panel, 2 * Lanes4.Count, sums, sums);
        }
    }

    /// <summary>product = start + left · panel for two vectors of columns, tile by tile.</summary>
    private static void ComputeTiles<TLanes>(Matrix left, float* panel, nint panelStride, Matrix start, Matrix product)
        where TLanes : struct, ILanes<TLanes>
    {
        int row = 0;

        // Eight rows are two tiles of four: of six and two, the two would keep the multipliers waiting.
        for (; row <= left.Rows - TileRows && row != left.Rows - (2 * SmallTileRows); row += TileRows)
        {
            ComputeSixRows<TLanes>(
                left.Row(row),
                left.RowStride,
                left.ColumnStride,
                panel,
                panelStride,
                left.Columns,
                start.Row(row),
                start.RowStride,
                product.Row(row),
                product.RowStride);
        }

        for (; row <= left.Rows - SmallTileRows; row += SmallTileRows)
        {
            ComputeFourRows<TLanes>(
                left.Row(row),
                left.RowStride,
                left.ColumnStride,
                panel,
                panelStride,
                left.Columns,
                start.Row(row),
                start.RowStride,
                product.Row(row),
                product.RowStride);
        }

        for (; row < left.Rows; row++)
        {
            ComputeRow<TLanes>(left.Row(row), left.ColumnStride, panel, panelStride, left.Columns, start.Row(row), product.Row(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeSixRows<TLanes>(
        float* factors,
        nint rowStride,
        nint innerStride,
        float* panel,
        nint panelStride,
        int depth,
        float* start,
        nint startStride,
        float* tile,
        nint tileStride)
        where TLanes : struct, ILanes<TLanes>
    {
        float* factors0 = factors;
        float* factors1 = factors0 + rowStride;
        float* factors2 = factors1 + rowStride;
        float* factors3 = factors2 + rowStride;
        float* factors4 = factors3 + rowStride;
        float* factors5 = factors4 + rowStride;

        TLanes sum00 = TLanes.Load(start);
        TLanes sum01 = TLanes.Load(start + TLanes.Count);
        TLanes sum10 = TLanes.Load(start + startStride);
        TLanes sum11 = TLanes.Load(start + startStride + TLanes.Count);
        TLanes sum20 = TLanes.Load(start + (2 * startStride));
        TLanes sum21 = TLanes.Load(start + (2 * startStride) + TLanes.Count);
        TLanes sum30 = TLanes.Load(start + (3 * startStride));
        TLanes sum31 = TLanes.Load(start + (3 * startStride) + TLanes.Count);
        TLanes sum40 = TLanes.Load(start + (4 * startStride));
        TLanes sum41 = TLanes.Load(start + (4 * startStride) + TLanes.Count);
        TLanes sum50 = TLanes.Load(start + (5 * startStride));
        TLanes sum51 = TLanes.Load(start + (5 * startStride) + TLanes.Count);

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeFourRows<TLanes>(
        float* factors,
        nint rowStride,
        nint innerStride,
        float* panel,
        nint panelStride,
        int depth,
        float* start,
        nint startStride,
        float* tile,
        nint tileStride)
        where TLanes : struct, ILanes<TLanes>
    {
        float* factors0 = factors;
        float* factors1 = factors0 + rowStride;
        float* factors2 = factors1 + rowStride;
        float* factors3 = factors2 + rowStride;

        TLanes sum00 = TLanes.Load(start);
        TLanes sum01 = TLanes.Load(start + TLanes.Count);
        TLanes sum10 = TLanes.Load(start + startStride);
        TLanes sum11 = TLanes.Load(start + startStride + TLanes.Count);
        TLanes sum20 = TLanes.Load(start + (2 * startStride));
        TLanes sum21 = TLanes.Load(start + (2 * startStride) + TLanes.Count);
        TLanes sum30 = TLanes.Load(start + (3 * startStride));
        TLanes sum31 = TLanes.Load(start + (3 * startStride) + TLanes.Count);

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
        }

        sum00.Store(tile);
        sum01.Store(tile + TLanes.Count);
        sum10.Store(tile + tileStride);
        sum11.Store(tile + tileStride + TLanes.Count);
        sum20.Store(tile + (2 * tileStride));
        sum21.Store(tile + (2 * tileStride) + TLanes.Count);
        sum30.Store(tile + (3 * tileStride));
        sum31.Store(tile + (3 * tileStride) + TLanes.Count);
    }

    /// <summary>Calls for the tile below while the one above is worked on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PrefetchTile(float* tile, nint tileStride)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (int row = 0; row < TileRows; row++, tile += tileStride)
        {
            Sse.Prefetch0(tile);
            Sse.Prefetch0(tile + 16);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ComputeRow<TLanes>(
        float* factors, nint innerStride, float* panel, nint panelStride, int depth, float* start, float* row)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes sum0 = TLanes.Load(start);
        TLanes sum1 = TLanes.Load(start + TLanes.Count);
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
