using System;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// Draws a matrix with orthonormal rows, or columns where these are shorter, from Haar's measure: the one that QR decomposition with a
/// positive diagonal of R makes of independent normal numbers. It multiplies the reflections of that decomposition without decomposing
/// anything, since they are random themselves (Stewart 1980), 32 at a time. A tall matrix is the transpose of the wide one.
/// </summary>
/// <param name="weights">The matrix, [rows x columns] row-major.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="columns">The number of columns.</param>
/// <param name="gain">The length of the rows or columns.</param>
/// <param name="seed">The seed.</param>
/// <param name="stream">The parameter's stream.</param>
/// <param name="firstReflection">The number of the first reflection in the stream: matrices that share none are independent.</param>
internal readonly unsafe ref struct OrthogonalFill(
    Span<float> weights, int rows, int columns, float gain, ulong seed, ulong stream, int firstReflection = 0)
    : ILaneOperation
{
    private readonly Span<float> _weights = weights;

    /// <summary>Writes the matrix, on several threads where it is large.</summary>
    public void Invoke<TLanes, TFloat, TWord>()
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        int shorter = Math.Min(rows, columns);
        int longer = Math.Max(rows, columns);
        long edgeLength = BlockReflector.Size * (rows > columns ? (long)rows : 0);
        Span<float> signs = stackalloc float[BlockReflector.Size];
        _weights.Clear();
        float* memory = Workspace.OfThread.Reflections.Reserve(BlockReflector.MemoryLength(longer) + edgeLength);
        fixed (float* matrix = _weights)
        {
            for (int first = (shorter - 1) / BlockReflector.Size * BlockReflector.Size; first >= 0; first -= BlockReflector.Size)
            {
                int count = Math.Min(BlockReflector.Size, shorter - first);
                var block = new BlockReflector(memory, longer - first);
                block.Draw<TLanes, TFloat, TWord>(firstReflection + first, count, seed, stream, signs);

                // Reflections from the first one on leave the unit vectors before it alone: only this corner changes.
                Matrix corner = new Matrix(matrix, rows, columns, columns).Part(first, first, rows - first, columns - first);
                for (int i = 0; i < count; i++)
                {
                    *corner.At(i, i) = gain * signs[i];
                }

                if (rows > columns)
                {
                    var reflection = new ColumnReflection(block, corner, memory + BlockReflector.MemoryLength(longer));
                    ThreadTeam.For(reflection.Strips, Grain(corner.Rows), reflection);
                }
                else
                {
                    var reflection = new RowReflection(block, corner);
                    ThreadTeam.For(reflection.Strips, Grain(corner.Columns), reflection);
                }
            }
        }
    }

    /// <summary>How many strips are worth waking a thread for: some 0.1 ms of work.</summary>
    private static int Grain(int length) => Math.Max(1, 2000 / length);
}
