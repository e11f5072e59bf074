using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Kernels.Matrices;

/// <summary>Exchanges the rows and columns of a small square in registers.</summary>
internal static unsafe class Transpose
{
    /// <summary>The rows and columns of the square.</summary>
    public const int Size = 4;

    /// <summary>Copies a square of <see cref="Size"/> rows, transposed.</summary>
    /// <param name="source">Its first row.</param>
    /// <param name="sourceStride">The distance between its rows.</param>
    /// <param name="destination">The first row of the copy, the first column of the source.</param>
    /// <param name="destinationStride">The distance between the rows of the copy.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(float* source, nint sourceStride, float* destination, nint destinationStride)
    {
        Vector128<float> row0 = Vector128.Load(source);
        Vector128<float> row1 = Vector128.Load(source + sourceStride);
        Vector128<float> row2 = Vector128.Load(source + (2 * sourceStride));
        Vector128<float> row3 = Vector128.Load(source + (3 * sourceStride));

        Vector128<float> even01 = ZipLow(row0, row2);
        Vector128<float> odd01 = ZipLow(row1, row3);
        Vector128<float> even23 = ZipHigh(row0, row2);
        Vector128<float> odd23 = ZipHigh(row1, row3);

        ZipLow(even01, odd01).Store(destination);
        ZipHigh(even01, odd01).Store(destination + destinationStride);
        ZipLow(even23, odd23).Store(destination + (2 * destinationStride));
        ZipHigh(even23, odd23).Store(destination + (3 * destinationStride));
    }

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
