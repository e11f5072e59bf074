using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Pools;

/// <summary>What the windows of neighbouring outputs on a line meet: as many planes, lines of each and values of each line.</summary>
internal readonly unsafe struct PoolingLine
{
    private readonly int _planes;
    private readonly int _lines;
    private readonly nint _planeStep;
    private readonly nint _lineStep;
    private readonly nint _step;
    private readonly nint _stride;

    /// <summary>Windows that meet no padding along the line.</summary>
    /// <param name="shape">The pooling.</param>
    /// <param name="planes">The planes that they meet.</param>
    /// <param name="lines">The lines of each plane.</param>
    public PoolingLine(in PoolingShape shape, int planes, int lines)
    {
        _planes = planes;
        _lines = lines;
        _planeStep = (nint)shape.Depth.Window.Dilation * shape.Height.Input * shape.Width.Input;
        _lineStep = (nint)shape.Height.Window.Dilation * shape.Width.Input;
        _step = shape.Width.Window.Dilation;
        _stride = shape.Width.Window.Stride;
        Taps = shape.Width.Window.Kernel;
    }

    /// <summary>The values of a line that a window meets.</summary>
    public int Taps { get; init; }

    /// <summary>Reads eight values that are a stride apart, and nothing behind the last.</summary>
    /// <param name="values">The first value.</param>
    /// <param name="stride">The stride.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Read(float* values, nint stride)
    {
        if (stride == 1)
        {
            return Vector256.Load(values);
        }

        if (stride == 2)
        {
            // 0, 8, 2, 10, 4, 12, 6, 14, put in order.
            Vector256<float> isFirst = Vector256.Create(-1, 0, -1, 0, -1, 0, -1, 0).AsSingle();
            Vector256<float> both = Vector256.ConditionalSelect(isFirst, Vector256.Load(values), Vector256.Load(values + 7));
            return Vector256.Shuffle(both, Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));
        }

        return Vector256.Create(
            values[0],
            values[stride],
            values[2 * stride],
            values[3 * stride],
            values[4 * stride],
            values[5 * stride],
            values[6 * stride],
            values[7 * stride]);
    }

    /// <summary>Takes means, each a sum through planes, lines and their values in order, in double precision.</summary>
    /// <param name="inputs">The first value of the first window.</param>
    /// <param name="divisor">What each sum is divided by; where it is 0, which windows that meet nothing have, the mean is 0.</param>
    /// <param name="outputs">Written.</param>
    /// <param name="count">The number of windows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Average(float* inputs, int divisor, float* outputs, int count)
    {
        if (divisor == 0)
        {
            new Span<float>(outputs, count).Clear();
            return;
        }

        // The last ones overlap with those before, rather than to be taken one by one.
        int i = 0;
        while (i <= count - 8)
        {
            AverageEight(inputs + (i * _stride), divisor, outputs + i);
            i = i < count - 8 ? Math.Min(i + 8, count - 8) : count;
        }

        while (i <= count - 4)
        {
            AverageFour(inputs + (i * _stride), divisor, outputs + i);
            i = i < count - 4 ? count - 4 : count;
        }

        for (; i < count; i++)
        {
            double sum = 0;
            float* plane = inputs + (i * _stride);
            for (int z = 0; z < _planes; z++, plane += _planeStep)
            {
                float* line = plane;
                for (int y = 0; y < _lines; y++, line += _lineStep)
                {
                    for (int x = 0; x < Taps; x++)
                    {
                        sum += line[x * _step];
                    }
                }
            }

            outputs[i] = (float)(sum / divisor);
        }
    }

    /// <summary>Hands gradients of means back, one window after the other.</summary>
    /// <param name="outputs">The gradients.</param>
    /// <param name="divisor">What the sums were divided by.</param>
    /// <param name="inputs">The gradient of the first value of the first window.</param>
    /// <param name="count">The number of windows.</param>
    /// <param name="isAdded">Whether gradients are added to what stands there; they must be where windows meet each other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Spread(float* outputs, int divisor, float* inputs, int count, bool isAdded)
    {
        // Windows of two that do not meet each other.
        int start = Taps == 2 && _stride == 2 && _step == 1 ? count & -4 : 0;
        float* plane = inputs;
        for (int z = 0; z < _planes; z++, plane += _planeStep)
        {
            float* line = plane;
            for (int y = 0; y < _lines; y++, line += _lineStep)
            {
                for (int i = 0; i < start; i += 4)
                {
                    Vector128<float> gradients = Vector128.Load(outputs + i) / Vector128.Create((float)divisor);
                    float* target = line + (2 * i);
                    Vector128<float> first = Vector128.Shuffle(gradients, Vector128.Create(0, 0, 1, 1));
                    Vector128<float> second = Vector128.Shuffle(gradients, Vector128.Create(2, 2, 3, 3));
                    (isAdded ? Vector128.Load(target) + first : first).Store(target);
                    (isAdded ? Vector128.Load(target + 4) + second : second).Store(target + 4);
                }

                for (int i = start; i < count; i++)
                {
                    float gradient = outputs[i] / divisor;
                    float* target = line + (i * _stride);
                    for (int x = 0; x < Taps; x++)
                    {
                        target[x * _step] = isAdded ? target[x * _step] + gradient : gradient;
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ReadFour(float* values, nint stride)
    {
        if (stride == 2)
        {
            // 0, 4, 2, 6, put in order.
            Vector128<float> isFirst = Vector128.Create(-1, 0, -1, 0).AsSingle();
            Vector128<float> both = Vector128.ConditionalSelect(isFirst, Vector128.Load(values), Vector128.Load(values + 3));
            return Vector128.Shuffle(both, Vector128.Create(0, 2, 1, 3));
        }

        return stride == 1
            ? Vector128.Load(values)
            : Vector128.Create(values[0], values[stride], values[2 * stride], values[3 * stride]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AverageFour(float* plane, int divisor, float* outputs)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        for (int z = 0; z < _planes; z++, plane += _planeStep)
        {
            float* line = plane;
            for (int y = 0; y < _lines; y++, line += _lineStep)
            {
                for (int x = 0; x < Taps; x++)
                {
                    sums += Vector256.WidenLower(ReadFour(line + (x * _step), _stride).ToVector256Unsafe());
                }
            }
        }

        Vector256.Narrow(sums / Vector256.Create((double)divisor), Vector256<double>.Zero).GetLower().Store(outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AverageEight(float* plane, int divisor, float* outputs)
    {
        Vector512<double> sums = Vector512<double>.Zero;
        for (int z = 0; z < _planes; z++, plane += _planeStep)
        {
            float* line = plane;
            for (int y = 0; y < _lines; y++, line += _lineStep)
            {
                for (int x = 0; x < Taps; x++)
                {
                    sums += FixedSums.Widen(Read(line + (x * _step), _stride));
                }
            }
        }

        Vector512.Narrow(sums / Vector512.Create((double)divisor), Vector512<double>.Zero).GetLower().Store(outputs);
    }
}
