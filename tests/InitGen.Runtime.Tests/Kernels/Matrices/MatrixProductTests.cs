using System;
using System.Linq;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Runtime.Tests.Kernels.Matrices;

public unsafe class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 },
        { 1, 33, 257 },
        { 5, 7, 3 },
        { 6, 32, 256 },
        { 13, 33, 257 },
        { 50, 100, 19 },
        { 7, 70, 600 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_element_is_a_chain_of_fused_multiply_adds_whatever_the_layout(int rows, int columns, int depth)
    {
        float[] left = TestLayers.NormalValues(rows * depth, seed: 1);
        float[] right = TestLayers.NormalValues(depth * columns, seed: 2);
        float[] start = TestLayers.NormalValues(rows * columns, seed: 3);
        float[] added = Chains(left, right, start, rows, columns, depth);
        float[] written = Chains(left, right, new float[rows * columns], rows, columns, depth);

        foreach (bool isLeftTransposed in new[] { false, true })
        {
            foreach (bool isRightTransposed in new[] { false, true })
            {
                float[] leftData = isLeftTransposed ? Transposed(left, rows, depth) : left;
                float[] rightData = isRightTransposed ? Transposed(right, depth, columns) : right;
                foreach (bool isAdded in new[] { false, true })
                {
                    float[] product = [.. start];
                    fixed (float* leftPointer = leftData, rightPointer = rightData, pointer = product)
                    {
                        MatrixProduct.Compute(new Product(
                            isLeftTransposed
                                ? new Matrix(leftPointer, depth, rows, rows).Transposed
                                : new(leftPointer, rows, depth, depth),
                            isRightTransposed
                                ? new Matrix(rightPointer, columns, depth, depth).Transposed
                                : new(rightPointer, depth, columns, columns),
                            new Matrix(pointer, rows, columns, columns),
                            isAdded));
                    }

                    Assert.Equal(isAdded ? added : written, product);
                }
            }
        }
    }

    [Fact]
    public void A_product_in_place_is_the_same_chains_in_vectors_of_every_width()
    {
        foreach (int rows in new[] { 1, 2, 5, 6, 7, 12, 13 })
        {
            foreach ((int columns, int depth) in new[] { (MatrixProduct.WidestPanel, 1), (2 * MatrixProduct.WidestPanel, 17) })
            {
                float[] left = TestLayers.NormalValues(rows * depth, seed: 9);
                float[] right = TestLayers.NormalValues(depth * columns, seed: 10);
                float[] start = TestLayers.NormalValues(rows * columns, seed: 11);
                float[] expected = Chains(left, right, start, rows, columns, depth);
                Assert.Equal(expected, InPlace<Lanes4>(left, right, start, rows, columns, depth));
                Assert.Equal(expected, InPlace<Lanes8>(left, right, start, rows, columns, depth));
                Assert.Equal(expected, InPlace<Lanes16>(left, right, start, rows, columns, depth));
            }
        }
    }

    [Theory]
    [InlineData(5)] // less than a block of columns
    [InlineData(8)]
    [InlineData(27)]
    [InlineData(101)] // more than are worked on in turns, also where they are whole pages apart
    public void A_row_times_columns_that_start_anywhere_in_a_cache_line_is_the_same_chains(int count)
    {
        foreach (int depth in new[] { 1, 2, 3, 5, 16, 18, 31, 64, 75, 1024 })
        {
            float[] left = TestLayers.NormalValues(depth, seed: 6);
            float[] right = TestLayers.NormalValues(depth * count, seed: 7);
            float[] start = TestLayers.NormalValues(count, seed: 8);
            float[] expected = Chains(left, right, start, 1, count, depth);
            for (int offset = 0; offset < 17; offset++)
            {
                float[] columns = [.. new float[offset], .. Transposed(right, depth, count)];
                float[] product = [.. start, float.NaN];
                fixed (float* factors = left, columnsPointer = columns, sums = product)
                {
                    RowProduct.Add(factors, new Matrix(columnsPointer + offset, count, depth, depth).Transposed, sums);
                }

                Assert.Equal([.. expected, float.NaN], product);
            }
        }
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        Assert.Equal(Panel<Lanes4>(), Panel<Lanes8>());
        Assert.Equal(Panel<Lanes4>(), Panel<Lanes16>());
    }

    /// <summary>The product of matrices whose rows have other values between them, which must stay.</summary>
    private static float[] InPlace<TLanes>(float[] left, float[] right, float[] start, int rows, int columns, int depth)
        where TLanes : struct, ILanes<TLanes>
    {
        const int Gap = 6;
        float[] leftRows = Apart(left, depth);
        float[] rightRows = Apart(right, columns);
        float[] product = Apart(start, columns);
        fixed (float* leftPointer = leftRows, rightPointer = rightRows, pointer = product)
        {
            MatrixProduct.AddInPlace<TLanes>(
                new Matrix(leftPointer, rows, depth, depth + Gap),
                new Matrix(rightPointer, depth, columns, columns + Gap),
                new Matrix(pointer, rows, columns, columns + Gap));
        }

        Assert.All(product.Chunk(columns + Gap), row => Assert.All(row[columns..], value => Assert.Equal(float.NaN, value)));
        return [.. product.Chunk(columns + Gap).SelectMany(row => row[..columns])];

        static float[] Apart(float[] matrix, int columns) =>
            [.. matrix.Chunk(columns).SelectMany(row => row.Concat(Enumerable.Repeat(float.NaN, Gap)))];
    }

    /// <summary>The first 8 columns of a product, which is the panel of the narrowest vectors.</summary>
    private static float[] Panel<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        const int Rows = 17, Columns = 7, Depth = 300;
        float[] left = TestLayers.NormalValues(Rows * Depth, seed: 4);
        float[] right = TestLayers.NormalValues(Depth * Columns, seed: 5);
        var product = new float[Rows, 32];
        var packed = new float[MatrixProduct.PackedSize / MatrixProduct.PanelWidth * 2 * TLanes.Count];
        fixed (float* leftPointer = left, rightPointer = right, pointer = product, packedPointer = packed)
        {
            var panel = new Matrix(pointer, Rows, Columns, 32);
            MatrixProduct.ComputePanel<TLanes>(
                new Matrix(leftPointer, Rows, Depth, Depth),
                new Matrix(rightPointer, Depth, Columns, Columns),
                start: panel,
                product: panel,
                packedPointer);
        }

        var values = new float[Rows * Columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = product[i / Columns, i % Columns];
        }

        return values;
    }

    private static float[] Chains(float[] left, float[] right, float[] start, int rows, int columns, int depth)
    {
        float[] product = [.. start];
        for (int i = 0; i < product.Length; i++)
        {
            for (int k = 0; k < depth; k++)
            {
                product[i] = MathF.FusedMultiplyAdd(left[(i / columns * depth) + k], right[(k * columns) + (i % columns)], product[i]);
            }
        }

        Assert.Equal(rows * columns, product.Length);
        return product;
    }

    private static float[] Transposed(float[] matrix, int rows, int columns)
    {
        var result = new float[matrix.Length];
        for (int i = 0; i < matrix.Length; i++)
        {
            result[(i % columns * rows) + (i / columns)] = matrix[i];
        }

        return result;
    }
}
