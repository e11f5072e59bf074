using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InitGen.Kernels.Vectors;

/// <summary>Sums in double precision whose order is fixed: of every sixteenth term, then of these from the first to the last. They have the
/// same bits for every vector width, since each machine adds up sixteen sums side by side, if in several registers.</summary>
internal static unsafe class FixedSums
{
    private const int Step = 16;

    /// <summary>The sum of some values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="length">Their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Of(float* values, int length)
    {
        Vector512<double> lower = Vector512<double>.Zero;
        Vector512<double> upper = Vector512<double>.Zero;
        int i = 0;
        for (; i <= length - Step; i += Step)
        {
            lower += Read(values + i);
            upper += Read(values + i + (Step / 2));
        }

        double rest = 0;
        for (; i < length; i++)
        {
            rest += values[i];
        }

        return Total(lower, upper) + rest;
    }

    /// <summary>The sum of the squares of the differences between some values and a center.</summary>
    /// <param name="values">The values.</param>
    /// <param name="length">Their number.</param>
    /// <param name="center">The center.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfSquares(float* values, int length, double center)
    {
        Vector512<double> centers = Vector512.Create(center);
        Vector512<double> lower = Vector512<double>.Zero;
        Vector512<double> upper = Vector512<double>.Zero;
        int i = 0;
        for (; i <= length - Step; i += Step)
        {
            Vector512<double> first = Read(values + i) - centers;
            Vector512<double> second = Read(values + i + (Step / 2)) - centers;
            lower += first * first;
            upper += second * second;
        }

        double rest = 0;
        for (; i < length; i++)
        {
            double difference = values[i] - center;
            rest += difference * difference;
        }

        return Total(lower, upper) + rest;
    }

    /// <summary>The sum of the products of some values and factors.</summary>
    /// <param name="values">The values.</param>
    /// <param name="factors">As many factors.</param>
    /// <param name="length">Their number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double OfProducts(float* values, float* factors, int length)
    {
        Vector512<double> lower = Vector512<double>.Zero;
        Vector512<double> upper = Vector512<double>.Zero;
        int i = 0;
        for (; i <= length - Step; i += Step)
        {
            lower += Read(values + i) * Read(factors + i);
            upper += Read(values + i + (Step / 2)) * Read(factors + i + (Step / 2));
        }

        double rest = 0;
        for (; i < length; i++)
        {
            rest += (double)values[i] * factors[i];
        }

        return Total(lower, upper) + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Read(float* values)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Load(values));
        return Vector512.Create(lower, upper);
    }

    private static double Total(Vector512<double> lower, Vector512<double> upper)
    {
        Vector512<double> sums = lower + upper;
        double total = 0;
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            total += sums[lane];
        }

        return total;
    }
}
