using System;
using System.Runtime.CompilerServices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>Products of row-major matrices whose bits depend on no blocking: each element is one chain of fused multiply-adds, from the
/// first inner index to the last.</summary>
internal static unsafe class MatrixProduct
{
    /// <summary>The width of the right matrix is a multiple of this: two of the widest registers.</summary>
    public const int Panel = 32;

    /// <summary>With two registers a row, as many as keep the multipliers busy in 16 registers.</summary>
    private const int TileRows = 6;

    /// <summary>product += left · right.</summary>
    /// <param name="product">[rows x columns].</param>
    /// <param name="productStride">The distance of its rows.</param>
    /// <param name="left">[rows x inner].</param>
    /// <param name="leftStride">The distance of its rows.</param>
    /// <param name="right">[inner x columns].</param>
    /// <param name="rightStride">The distance of its rows.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="columns">The number of columns, a multiple of <see cref="Panel"/>.</param>
    /// <param name="inner">The inner dimension.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a network's first initialization runs through it once: no time to tier up
    public static void Add<TLanes, TFloat, TWord>(
        float* product, nint productStride, float* left, nint leftStride, float* right, nint rightStride, int rows, int columns, int inner)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        for (int column = 0; column < columns; column += 2 * TLanes.Count)
        {
            for (int row = 0; row < rows; row += TileRows)
            {
                // Past the last row, the last one again: the same values are written to the same place.
                int last = rows - 1 - row;
                float* l0 = left + (row * leftStride);
                float* l1 = l0 + (Math.Min(1, last) * leftStride);
                float* l2 = l0 + (Math.Min(2, last) * leftStride);
                float* l3 = l0 + (Math.Min(3, last) * leftStride);
                float* l4 = l0 + (Math.Min(4, last) * leftStride);
                float* l5 = l0 + (Math.Min(5, last) * leftStride);
                float* p0 = product + (row * productStride) + column;
                float* p1 = p0 + (Math.Min(1, last) * productStride);
                float* p2 = p0 + (Math.Min(2, last) * productStride);
                float* p3 = p0 + (Math.Min(3, last) * productStride);
                float* p4 = p0 + (Math.Min(4, last) * productStride);
                float* p5 = p0 + (Math.Min(5, last) * productStride);

                TFloat a0 = TLanes.Load(p0), b0 = TLanes.Load(p0 + TLanes.Count);
                TFloat a1 = TLanes.Load(p1), b1 = TLanes.Load(p1 + TLanes.Count);
                TFloat a2 = TLanes.Load(p2), b2 = TLanes.Load(p2 + TLanes.Count);
                TFloat a3 = TLanes.Load(p3), b3 = TLanes.Load(p3 + TLanes.Count);
                TFloat a4 = TLanes.Load(p4), b4 = TLanes.Load(p4 + TLanes.Count);
                TFloat a5 = TLanes.Load(p5), b5 = TLanes.Load(p5 + TLanes.Count);
                float* r = right + column;
                for (nint k = 0; k < inner; k++)
                {
                    TFloat a = TLanes.Load(r);
                    TFloat b = TLanes.Load(r + TLanes.Count);
                    r += rightStride;
                    TFloat factor = TLanes.Broadcast(l0[k]);
                    a0 = TLanes.FusedMultiplyAdd(factor, a, a0);
                    b0 = TLanes.FusedMultiplyAdd(factor, b, b0);
                    factor = TLanes.Broadcast(l1[k]);
                    a1 = TLanes.FusedMultiplyAdd(factor, a, a1);
                    b1 = TLanes.FusedMultiplyAdd(factor, b, b1);
                    factor = TLanes.Broadcast(l2[k]);
                    a2 = TLanes.FusedMultiplyAdd(factor, a, a2);
                    b2 = TLanes.FusedMultiplyAdd(factor, b, b2);
                    factor = TLanes.Broadcast(l3[k]);
                    a3 = TLanes.FusedMultiplyAdd(factor, a, a3);
                    b3 = TLanes.FusedMultiplyAdd(factor, b, b3);
                    factor = TLanes.Broadcast(l4[k]);
                    a4 = TLanes.FusedMultiplyAdd(factor, a, a4);
                    b4 = TLanes.FusedMultiplyAdd(factor, b, b4);
                    factor = TLanes.Broadcast(l5[k]);
                    a5 = TLanes.FusedMultiplyAdd(factor, a, a5);
                    b5 = TLanes.FusedMultiplyAdd(factor, b, b5);
                }

                TLanes.Store(p0, a0);
                TLanes.Store(p0 + TLanes.Count, b0);
                TLanes.Store(p1, a1);
                TLanes.Store(p1 + TLanes.Count, b1);
                TLanes.Store(p2, a2);
                TLanes.Store(p2 + TLanes.Count, b2);
                TLanes.Store(p3, a3);
                TLanes.Store(p3 + TLanes.Count, b3);
                TLanes.Store(p4, a4);
                TLanes.Store(p4 + TLanes.Count, b4);
                TLanes.Store(p5, a5);
                TLanes.Store(p5 + TLanes.Count, b5);
            }
        }
    }

    /// <summary>Copies a part of a matrix, to where a product finds whole panels or from there.</summary>
    public static void Copy(float* source, nint sourceStride, float* destination, nint destinationStride, int rows, int columns)
    {
        for (nint row = 0; row < rows; row++)
        {
            new ReadOnlySpan<float>(source + (row * sourceStride), columns)
                .CopyTo(new Span<float>(destination + (row * destinationStride), columns));
        }
    }
}
