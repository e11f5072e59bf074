using System;
using System.Linq;
using InitGen.Initialization;
using MathNet.Numerics.Distributions;

namespace InitGen.Runtime.Tests.Initialization;

public class OrthogonalTests
{
    public static TheoryData<int, int> Shapes => new()
    {
        { 1, 1 }, { 1, 7 }, { 7, 1 }, { 2, 2 }, { 31, 32 }, { 32, 32 }, { 33, 32 }, { 33, 33 }, { 47, 100 }, { 100, 49 }, { 64, 1000 },
        { 1000, 64 }, { 10, 784 }, { 500, 500 }, { 2000, 3 }, { 700, 650 }, { 2000, 2000 },
    };

    public static TheoryData<LaneKind> Lanes => [.. LaneKinds.Supported];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_or_columns_are_orthonormal(int rows, int columns)
    {
        double[][] vectors = Vectors(Draw(rows, columns, 1, 1), rows, columns);
        int step = Math.Max(1, vectors.Length / 100); // all pairs of small ones, the neighbours and some others of large ones
        for (int i = 0; i < vectors.Length; i++)
        {
            Assert.InRange(Dot(vectors[i], vectors[i]), 1 - 1e-5, 1 + 1e-5);
            for (int j = i + 1; j < vectors.Length; j += j == i + 1 ? 1 : step)
            {
                Assert.InRange(Dot(vectors[i], vectors[j]), -1e-5, 1e-5);
            }
        }
    }

    [Fact]
    public void It_is_the_product_of_reflections_of_normal_vectors()
    {
        const int Rows = 45;
        const int Columns = 70;
        double[,] expected = Reflections(Rows, Columns, 2);
        float[] actual = Draw(Rows, Columns, 1, 2);
        for (int i = 0; i < Rows * Columns; i++)
        {
            Assert.Equal(expected[i / Columns, i % Columns], actual[i], 2e-6);
        }
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(33, 70)]
    [InlineData(100, 128)]
    public void A_tall_matrix_is_the_transpose_of_the_wide_one(int rows, int columns)
    {
        float[] wide = Draw(rows, columns, 1.3, 3);
        float[] tall = Draw(columns, rows, 1.3, 3);
        for (int i = 0; i < wide.Length; i++)
        {
            Assert.Equal(wide[i], tall[(i % columns * rows) + (i / columns)]);
        }
    }

    [Fact]
    public void The_gain_is_the_length_of_a_row()
    {
        float[] once = Draw(40, 60, 1, 4);
        float[] twice = Draw(40, 60, 2, 4);
        Assert.Equal(once.Select(weight => 2 * weight), twice);
        Assert.All(Draw(40, 60, 0, 4), weight => Assert.Equal(0, weight));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Lanes_of_any_width_make_the_same_bits(LaneKind lanes)
    {
        foreach ((int rows, int columns) in new[] { (1, 1), (5, 3), (45, 70), (70, 45), (96, 96), (65, 33) })
        {
            var weights = new float[rows * columns];
            new OrthogonalFill(weights, rows, columns, 1.3f, 5, 42).Invoke(lanes);
            Assert.Equal(Draw(rows, columns, 1.3, 5), weights);
        }
    }

    [Fact]
    public void The_angle_of_a_plane_rotation_or_reflection_is_uniform()
    {
        const int Count = 20_000;
        var angles = new float[Count];
        int reflections = 0;
        for (int i = 0; i < Count; i++)
        {
            float[] matrix = Draw(2, 2, 1, (ulong)i);
            angles[i] = MathF.Atan2(matrix[1], matrix[0]);
            reflections += (matrix[0] * matrix[3]) - (matrix[1] * matrix[2]) < 0 ? 1 : 0;
        }

        Assert.True(KolmogorovSmirnov.Accepts(angles, x => ContinuousUniform.CDF(-Math.PI, Math.PI, x)));
        Assert.InRange(reflections, (Count / 2) - (2 * Math.Sqrt(Count)), (Count / 2) + (2 * Math.Sqrt(Count)));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(3, 8)]
    [InlineData(8, 3)]
    public void The_square_of_an_entry_has_the_beta_distribution_of_Haar_measure(int rows, int columns)
    {
        const int Count = 20_000;
        int dimension = Math.Max(rows, columns);
        float[][] matrices = [.. Enumerable.Range(0, Count).Select(i => Draw(rows, columns, 1, (ulong)i))];
        for (int entry = 0; entry < rows * columns; entry += 4)
        {
            float[] squares = [.. matrices.Select(matrix => matrix[entry] * matrix[entry])];
            Assert.True(KolmogorovSmirnov.Accepts(squares, x => Beta.CDF(0.5, (dimension - 1) / 2.0, Math.Min(x, 1))));
            int negative = matrices.Count(matrix => matrix[entry] < 0);
            Assert.InRange(negative, (Count / 2) - (2 * Math.Sqrt(Count)), (Count / 2) + (2 * Math.Sqrt(Count)));
        }
    }

    [Fact]
    public void Traces_have_the_moments_of_Haar_measure()
    {
        // E[tr Q] = 0, E[(tr Q)²] = 1, E[tr Q²] = 1 (Diaconis and Shahshahani 1994).
        const int Count = 20_000;
        const int Size = 4;
        double sum = 0;
        double sumOfSquares = 0;
        double sumOfTracesOfSquares = 0;
        for (int i = 0; i < Count; i++)
        {
            float[] matrix = Draw(Size, Size, 1, (ulong)i);
            double trace = Enumerable.Range(0, Size).Sum(k => (double)matrix[k * (Size + 1)]);
            sum += trace;
            sumOfSquares += trace * trace;
            sumOfTracesOfSquares += Enumerable.Range(0, Size * Size).Sum(k => (double)matrix[k] * matrix[(k % Size * Size) + (k / Size)]);
        }

        double tolerance = 5 / Math.Sqrt(Count);
        Assert.InRange(sum / Count, -tolerance, tolerance);
        Assert.InRange(sumOfSquares / Count, 1 - (2 * tolerance), 1 + (2 * tolerance));
        Assert.InRange(sumOfTracesOfSquares / Count, 1 - (2 * tolerance), 1 + (2 * tolerance));
    }

    private static float[] Draw(int rows, int columns, double gain, ulong seed)
    {
        var weights = new float[rows * columns];
        Array.Fill(weights, float.NaN);
        Initializers.Orthogonal(weights, rows, columns, gain, seed, 42);
        return weights;
    }

    /// <summary>The rows, or the columns where these are shorter.</summary>
    private static double[][] Vectors(float[] weights, int rows, int columns)
    {
        (int length, int step) = rows <= columns ? (columns, 1) : (rows, columns);
        int next = rows <= columns ? columns : 1;
        return [.. Enumerable.Range(0, Math.Min(rows, columns))
            .Select(vector => Enumerable.Range(0, length).Select(i => (double)weights[(vector * next) + (i * step)]).ToArray())];
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The rows of the matrix H₁·H₂·…·D, transposed, one reflection after the other in double precision.</summary>
    private static double[,] Reflections(int rows, int columns, ulong seed)
    {
        var matrix = new double[rows, columns];
        for (int k = rows - 1; k >= 0; k--)
        {
            var normals = new float[columns - k];
            new RandomFill<NormalSampler>(normals, ((ulong)k << 32) + (uint)k, seed, 42, new NormalSampler(0, 1)).Invoke(LaneKind.One);
            double[] v = Array.ConvertAll(normals, normal => (double)normal);
            matrix[k, k] = -Math.Sign(v[0]);
            v[0] += Math.Sign(v[0]) * Math.Sqrt(Dot(v, v));
            for (int row = k; row < rows; row++)
            {
                double product = Enumerable.Range(0, v.Length).Sum(i => matrix[row, k + i] * v[i]);
                for (int i = 0; i < v.Length; i++)
                {
                    matrix[row, k + i] -= 2 * product / Dot(v, v) * v[i];
                }
            }
        }

        return matrix;
    }
}
