using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Kernels.Matrices;

/// <summary>Exchanges the rows and columns of a small block in registers.</summary>
internal static unsafe class Transpose
{
    /// <summary>The rows of a block.</summary>
    public const int Rows = 8;

    /// <summary>The columns of a block.</summary>
    public const int Columns = 4;

    /// <summary>Reads a block.</summary>
    /// <param name="source">Its first row.</param>
    /// <param name="stride">The distance between its rows.</param>
    /// <returns>Its columns.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> First, Vector256<float> Second, Vector256<float> Third, Vector256<float> Fourth) Read(
        float* source, nint stride)
    {
        float* below = source + (4 * stride);
        Vector256<float> row0 = Vector256.Create(Vector128.Load(source), Vector128.Load(below));
        Vector256<float> row1 = Vector256.Create(Vector128.Load(source + stride), Vector128.Load(below + stride));
        Vector256<float> row2 = Vector256.Create(Vector128.Load(source + (2 * stride)), Vector128.Load(below + (2 * stride)));
        Vector256<float> row3 = Vector256.Create(Vector128.Load(source + (3 * stride)), Vector128.Load(below + (3 * stride)));

        Vector256<float> even01 = ZipLow(row0, row2);
        Vector256<float> odd01 = ZipLow(row1, row3);
        Vector256<float> even23 = ZipHigh(row0, row2);
        Vector256<float> odd23 = ZipHigh(row1, row3);
        return (ZipLow(even01, odd01), ZipHigh(even01, odd01), ZipLow(even23, odd23), ZipHigh(even23, odd23));
    }

    /// <summary>Copies a block, transposed.</summary>
    /// <param name="source">Its first row.</param>
    /// <param name="sourceStride">The distance between its rows.</param>
    /// <param name="destination">The first row of the copy, the first column of the source.</param>
    /// <param name="destinationStride">The distance between the rows of the copy.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, nint sourceStride, float* destination, nint destinationStride)
    {
        (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) = Read(source, sourceStride);
        first.Store(destination);
        second.Store(destination + destinationStride);
        third.Store(destination + (2 * destinationStride));
        fourth.Store(destination + (3 * destinationStride));
    }

    /// <summary>Calls the cache lines of a block that is to be read before long into the second-level cache.</summary>
    /// <param name="source">Its first row; need not be memory.</param>
    /// <param name="stride">The distance between its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(float* source, nint stride)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (int row = 0; row < Rows; row++, source += stride)
        {
            Sse.Prefetch1(source);
        }
    }

    /// <summary>The lower two elements of each half, in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ZipLow(Vector256<float> left, Vector256<float> right) => Avx.IsSupported
        ? Avx.UnpackLow(left, right)
        : Vector256.Create(ZipLow(left.GetLower(), right.GetLower()), ZipLow(left.GetUpper(), right.GetUpper()));

    /// <summary>The upper two elements of each half, in turns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ZipHigh(Vector256<float> left, Vector256<float> right) => Avx.IsSupported
        ? Avx.UnpackHigh(left, right)
        : Vector256.Create(ZipHigh(left.GetLower(), right.GetLower()), ZipHigh(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Vector128.Create(left[0], right[0], left[1], right[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> left, Vector128<float> right) =>
        Sse.IsSupported ? Sse.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Vector128.Create(left[2], right[2], left[3], right[3]);
}
