using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace InitGen.Kernels.Vectors;

/// <summary>Sums in double precision whose order is fixed: of every sixteenth term, then of these by halves. They have the
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

    /// <summary>The sum of some gradients, and that of their products with the differences between some values and a center.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="factors">What each gradient is multiplied by; null for 1.</param>
    /// <param name="values">The values.</param>
    /// <param name="length">Their number.</param>
    /// <param name="center">The center.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (double Sum, double Product) OfGradients(float* gradients, float* factors, float* values, int length, double center)
    {
        Vector512<double> centers = Vector512.Create(center);
        Vector512<double> sums = Vector512<double>.Zero;
        Vector512<double> otherSums = Vector512<double>.Zero;
        Vector512<double> products = Vector512<double>.Zero;
        Vector512<double> otherProducts = Vector512<double>.Zero;
        int i = 0;
        for (; i <= length - Step; i += Step)
        {
            int other = i + (Step / 2);
            Vector512<double> first = Read(gradients + i);
            Vector512<double> second = Read(gradients + other);
            if (factors != null)
            {
                first *= Read(factors + i);
                second *= Read(factors + other);
            }

            sums += first;
            otherSums += second;
            products += first * (Read(values + i) - centers);
            otherProducts += second * (Read(values + other) - centers);
        }

        double sum = Total(sums, otherSums);
        double product = Total(products, otherProducts);
        for (; i < length; i++)
        {
            double gradient = factors == null ? gradients[i] : (double)gradients[i] * factors[i];
            sum += gradient;
            product += gradient * (values[i] - center);
        }

        return (sum, product);
    }

    /// <summary>Reads eight values.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Read(float* values) => Widen(Vector256.Load(values));

    /// <summary>Eight values in double precision.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Widen(Vector256<float> values) => Vector512.WidenLower(values.ToVector512Unsafe());

    /// <summary>The sum of eight sums, by halves.</summary>
    /// <param name="sums">The sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OfLanes(Vector512<double> sums)
    {
        Vector256<double> four = sums.GetLower() + sums.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    private static double Total(Vector512<double> lower, Vector512<double> upper) => OfLanes(lower + upper);
}
