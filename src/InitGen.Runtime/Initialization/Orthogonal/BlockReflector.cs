using System;
using InitGen.Kernels.Matrices;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// The product of up to 32 random Householder reflections I − 2·v·vᵀ/vᵀv in the compact form I − V·T·Vᵀ (Schreiber and Van Loan 1989). V
/// has the vectors v as columns; T is upper triangular, and its inverse is VᵀV above the diagonal and half of VᵀV on it (Puglisi 1992).
/// </summary>
internal readonly unsafe struct BlockReflector
{
    /// <summary>The most reflections in a block.</summary>
    public const int Size = MatrixProduct.WidestPanel;

    /// <summary>V, [length x Size]; columns of reflections that there are not are 0.</summary>
    public readonly Matrix Vectors;

    /// <summary>Vᵀ, [Size x length], its rows padded with zeros to whole panels. They are an odd number of cache lines apart, so that a
    /// column does not crowd into one cache set.</summary>
    public readonly Matrix Transposed;

    /// <summary>−T, [Size x Size].</summary>
    public readonly Matrix Factor;

    /// <summary>−Tᵀ, [Size x Size].</summary>
    public readonly Matrix FactorTransposed;

    /// <summary>Lays a block out.</summary>
    /// <param name="memory"><see cref="MemoryLength"/> values.</param>
    /// <param name="length">The elements of the first vector, the longest.</param>
    public BlockReflector(float* memory, int length)
    {
        Factor = new Matrix(memory, Size, Size, Size);
        FactorTransposed = new Matrix(memory + (Size * Size), Size, Size, Size);
        Transposed = new Matrix(memory + (2 * Size * Size), Size, length, (nint)StrideOf(length));
        Vectors = new Matrix(Transposed.Row(Size), length, Size, Size);
    }

    /// <summary>How many values a block takes.</summary>
    /// <param name="length">The elements of the first vector, the longest.</param>
    public static long MemoryLength(int length) => (2 * Size * Size) + (Size * (StrideOf(length) + length));

    private static long StrideOf(int length) => (((long)length + Size - 1) / Size * Size) + (Size / 2);

    /// <summary>
    /// Draws the reflections that the QR decomposition of a matrix of independent normal numbers would use: number k takes a vector of
    /// such numbers, element k and those that follow, to the axis of the first. They are elements k + 2³²·k, … of the stream.
    /// </summary>
    /// <param name="first">The number of the first reflection.</param>
    /// <param name="count">How many.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The parameter's stream.</param>
    /// <param name="signs">The signs of R's diagonal; <paramref name="count"/> of them are written.</param>
    public void Draw<TLanes, TFloat, TWord>(int first, int count, ulong seed, ulong stream, Span<float> signs)
        where TLanes : ISampleLanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        Span<double> halfSquares = stackalloc double[Size];
        for (int i = 0; i < Size; i++)
        {
            float* row = Transposed.Row(i);
            new Span<float>(row, (int)Transposed.RowStride).Clear();
            if (i < count)
            {
                ulong number = (uint)(first + i);
                var vector = new Span<float>(row + i, Transposed.Columns - i);
                new RandomFill<NormalSampler>(vector, (number << 32) + number, seed, stream, new NormalSampler(0, 1))
                    .Invoke<TLanes, TFloat, TWord>();
                signs[i] = vector[0] > 0 ? -1 : 1;
                halfSquares[i] = Reflect(vector);
            }
        }

        for (int element = 0; element < Vectors.Rows; element++)
        {
            for (int i = 0; i < Size; i++)
            {
                *Vectors.At(element, i) = *Transposed.At(i, element);
            }
        }

        Matrix gram = Factor;
        gram.Clear();
        MatrixProduct.AddInPlace(Transposed, Vectors, gram);
        Invert(gram, halfSquares, count);
    }

    /// <summary>Makes x the vector v whose reflection takes x to −sign(x₁)·‖x‖·e₁.</summary>
    /// <returns>vᵀv/2.</returns>
    private static double Reflect(Span<float> vector)
    {
        double others = 0;
        foreach (float value in vector[1..])
        {
            others += (double)value * value;
        }

        double first = vector[0];
        first += Math.CopySign(Math.Sqrt((first * first) + others), first);
        vector[0] = (float)first;
        return ((double)vector[0] * vector[0] + others) / 2;
    }

    /// <summary>Replaces VᵀV by −T, column by column.</summary>
    private void Invert(Matrix gram, ReadOnlySpan<double> halfSquares, int count)
    {
        Span<double> inverse = stackalloc double[Size * Size];
        for (int column = 0; column < count; column++)
        {
            inverse[(column * Size) + column] = 1 / halfSquares[column];
            for (int row = column - 1; row >= 0; row--)
            {
                double sum = 0;
                for (int k = row + 1; k <= column; k++)
                {
                    sum += *gram.At(row, k) * inverse[(k * Size) + column];
                }

                inverse[(row * Size) + column] = -sum / halfSquares[row];
            }
        }

        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                *Factor.At(row, column) = (float)-inverse[(row * Size) + column];
                *FactorTransposed.At(column, row) = (float)-inverse[(row * Size) + column];
            }
        }
    }
}
