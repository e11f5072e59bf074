using System;
using InitGen.Lanes;

namespace InitGen.Initialization;

/// <summary>
/// The product of up to 32 random Householder reflections I − 2·v·vᵀ/vᵀv in the compact form I − V·T·Vᵀ (Schreiber and Van Loan 1989). V
/// has the vectors v as columns; T is upper triangular, and its inverse is VᵀV above the diagonal and half of VᵀV on it (Puglisi 1992).
/// </summary>
internal readonly unsafe struct BlockReflector
{
    /// <summary>The most reflections in a block.</summary>
    public const int Size = MatrixProduct.Panel;

    /// <summary>V, [length x Size]; columns of reflections that there are not are 0.</summary>
    public readonly float* Vectors;

    /// <summary>Vᵀ, [Size x length], rows <see cref="TransposedStride"/> apart, with zeros up to a multiple of the panel's width.</summary>
    public readonly float* Transposed;

    /// <summary>The distance of the rows of Vᵀ: an odd number of cache lines, so that a column does not crowd into one cache set.</summary>
    public readonly int TransposedStride;

    /// <summary>−T, [Size x Size].</summary>
    public readonly float* Factor;

    /// <summary>−Tᵀ, [Size x Size].</summary>
    public readonly float* FactorTransposed;

    /// <summary>Lays a block out.</summary>
    /// <param name="memory"><see cref="MemoryLength"/> values.</param>
    /// <param name="length">The most elements that a vector will have.</param>
    public BlockReflector(float* memory, int length)
    {
        TransposedStride = (int)StrideOf(length);
        Factor = memory;
        FactorTransposed = Factor + (Size * Size);
        Transposed = FactorTransposed + (Size * Size);
        Vectors = Transposed + ((nint)Size * TransposedStride);
    }

    /// <summary>How many values a block takes.</summary>
    /// <param name="length">The most elements that a vector will have.</param>
    public static long MemoryLength(int length) => (2 * Size * Size) + (Size * (StrideOf(length) + length));

    private static long StrideOf(int length) => (((long)length + 31) / 32 * 32) + 16;

    /// <summary>
    /// Draws the reflections that the QR decomposition of a matrix of independent normal numbers would use: number k takes a vector of
    /// such numbers, element k and those that follow, to the axis of the first. They are elements k + 2³²·k, … of the stream.
    /// </summary>
    /// <param name="first">The number of the first reflection, and of the first element that vectors have here.</param>
    /// <param name="count">How many.</param>
    /// <param name="length">The elements of the first vector.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The parameter's stream.</param>
    /// <param name="signs">The signs of R's diagonal; <paramref name="count"/> of them are written.</param>
    public void Draw<TLanes, TFloat, TWord>(int first, int count, int length, ulong seed, ulong stream, Span<float> signs)
        where TLanes : ILanes<TFloat, TWord>
        where TFloat : unmanaged
        where TWord : unmanaged
    {
        Span<double> halfSquares = stackalloc double[Size];
        for (int i = 0; i < Size; i++)
        {
            float* row = Transposed + ((nint)i * TransposedStride);
            new Span<float>(row, TransposedStride).Clear();
            if (i < count)
            {
                ulong number = (uint)(first + i);
                var vector = new Span<float>(row + i, length - i);
                new RandomFill<NormalSampler>(vector, (number << 32) + number, seed, stream, new NormalSampler(0, 1))
                    .Invoke<TLanes, TFloat, TWord>();
                signs[i] = vector[0] > 0 ? -1 : 1;
                halfSquares[i] = Reflect(vector);
            }
        }

        for (int element = 0; element < length; element++)
        {
            for (int i = 0; i < Size; i++)
            {
                Vectors[((nint)element * Size) + i] = Transposed[((nint)i * TransposedStride) + element];
            }
        }

        float* gram = Factor;
        new Span<float>(gram, Size * Size).Clear();
        MatrixProduct.Add<TLanes, TFloat, TWord>(gram, Size, Transposed, TransposedStride, Vectors, Size, Size, Size, length);
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
    private void Invert(float* gram, ReadOnlySpan<double> halfSquares, int count)
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
                    sum += gram[(row * Size) + k] * inverse[(k * Size) + column];
                }

                inverse[(row * Size) + column] = -sum / halfSquares[row];
            }
        }

        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column < Size; column++)
            {
                Factor[(row * Size) + column] = (float)-inverse[(row * Size) + column];
                FactorTransposed[(column * Size) + row] = (float)-inverse[(row * Size) + column];
            }
        }
    }
}
