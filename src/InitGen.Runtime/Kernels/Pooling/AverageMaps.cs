using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Pools;

/// <summary>Takes the mean of each window, or hands its gradient back to the inputs, channel by channel of each row.</summary>
internal readonly unsafe struct AverageMaps : IRangeOperation
{
    /// <summary>The pooling.</summary>
    public required PoolingShape Shape { get; init; }

    /// <summary>Inputs or their gradients, [rows x channels · positions]; those are written where it goes back.</summary>
    public required Matrix Inputs { get; init; }

    /// <summary>Outputs or their gradients, [rows x channels · positions]; written where it goes forward.</summary>
    public required Matrix Outputs { get; init; }

    /// <summary>Whether zeros in the padding count as values.</summary>
    public required bool CountPadding { get; init; }

    /// <summary>Whether gradients go back.</summary>
    public required bool IsBackward { get; init; }

    /// <summary>Whether gradients are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        PoolingShape shape = Shape;
        int inputs = shape.InputPositions;
        int outputs = shape.OutputPositions;
        bool isGlobal = shape.IsGlobal;
        bool isInterior = IsInterior(shape.Depth) && IsInterior(shape.Height) && IsInterior(shape.Width);
        bool isTiled = isInterior && IsTiled(shape.Depth) && IsTiled(shape.Height) && IsTiled(shape.Width);
        bool isCleared = IsBackward && !IsAdded && !isGlobal && !isTiled;
        bool isAdded = IsAdded || isCleared;
        var taps = new PoolingLine(in shape, shape.Depth.Window.Kernel, shape.Height.Window.Kernel);
        (int row, int channel) = Math.DivRem(start, shape.Channels);
        for (int map = start; map < end; map++)
        {
            float* input = Inputs.Row(row) + ((nint)channel * inputs);
            float* output = Outputs.Row(row) + ((nint)channel * outputs);
            if (isCleared)
            {
                new Span<float>(input, inputs).Clear();
            }

            if (!isGlobal && isInterior)
            {
                ComputeInterior(in shape, in taps, isAdded, input, output);
            }
            else if (!isGlobal)
            {
                Compute(in shape, input, output);
            }
            else if (IsBackward)
            {
                Spread(*output / inputs, input, inputs, IsAdded);
            }
            else
            {
                *output = (float)(FixedSums.Of(input, inputs) / inputs);
            }

            channel++;
            if (channel == shape.Channels)
            {
                channel = 0;
                row++;
            }
        }
    }

    /// <summary>Whether no window meets padding.</summary>
    private static bool IsInterior(PoolingAxis axis) => axis.Interior == (0, axis.Output);

    /// <summary>Whether each input is met by one window.</summary>
    private static bool IsTiled(PoolingAxis axis) =>
        axis.Window.Stride == axis.Window.Kernel && axis.Window.Dilation == 1 && axis.Output * axis.Window.Kernel == axis.Input;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread(float gradient, float* inputs, int length, bool isAdded)
    {
        Vector256<float> gradients = Vector256.Create(gradient);
        int i = 0;
        for (; i <= length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            (isAdded ? Vector256.Load(inputs + i) + gradients : gradients).Store(inputs + i);
        }

        for (; i < length; i++)
        {
            inputs[i] = isAdded ? inputs[i] + gradient : gradient;
        }
    }

    /// <summary>Windows that meet no padding.</summary>
    private void ComputeInterior(in PoolingShape shape, in PoolingLine taps, bool isAdded, float* input, float* output)
    {
        int divisor = shape.Depth.Window.Kernel * shape.Height.Window.Kernel * shape.Width.Window.Kernel;
        nint lineStride = (nint)shape.Height.Window.Stride * shape.Width.Input;
        nint planeStride = (nint)shape.Depth.Window.Stride * shape.Height.Input * shape.Width.Input;
        int planes = shape.Depth.Output;
        int lines = shape.Height.Output;
        int count = shape.Width.Output;
        for (int z = 0; z < planes; z++, input += planeStride)
        {
            float* line = input;
            for (int y = 0; y < lines; y++, line += lineStride, output += count)
            {
                if (IsBackward)
                {
                    taps.Spread(output, divisor, line, count, isAdded);
                }
                else
                {
                    taps.Average(line, divisor, output, count);
                }
            }
        }
    }

    private void Compute(in PoolingShape shape, float* input, float* output)
    {
        for (int z = 0; z < shape.Depth.Output; z++)
        {
            (int plane, int planes) = shape.Depth.Taps(z);
            int counted = CountPadding ? shape.Depth.PaddedTaps(z) : planes;
            for (int y = 0; y < shape.Height.Output; y++, output += shape.Width.Output)
            {
                (int line, int lines) = shape.Height.Taps(y);
                int countedOfPlane = counted * (CountPadding ? shape.Height.PaddedTaps(y) : lines);
                float* corner = input + ((((nint)plane * shape.Height.Input) + line) * shape.Width.Input);
                var taps = new PoolingLine(in shape, planes, lines);
                ComputeLine(in taps, shape.Width, countedOfPlane, corner, output);
            }
        }
    }

    private void ComputeLine(in PoolingLine taps, PoolingAxis width, int counted, float* corner, float* output)
    {
        (int interior, int interiorEnd) = width.Interior;
        interior = Math.Min(interior, width.Output);
        interiorEnd = Math.Max(interior, interiorEnd);
        ComputeEdge(in taps, width, counted, corner, output, 0, interior);
        int divisor = counted * width.Window.Kernel;
        int count = interiorEnd - interior;
        float* first = corner + (((nint)interior * width.Window.Stride) - width.Window.Padding);
        if (IsBackward)
        {
            taps.Spread(output + interior, divisor, first, count, isAdded: true);
        }
        else
        {
            taps.Average(first, divisor, output + interior, count);
        }

        ComputeEdge(in taps, width, counted, corner, output, interiorEnd, width.Output);
    }

    /// <summary>Outputs whose windows may meet the padding of the line.</summary>
    private void ComputeEdge(
        in PoolingLine taps, PoolingAxis width, int counted, float* corner, float* output, int start, int end)
    {
        for (int x = start; x < end; x++)
        {
            (int first, int count) = width.Taps(x);
            PoolingLine taken = taps with { Taps = count };
            int divisor = counted * (CountPadding ? width.PaddedTaps(x) : count);
            if (IsBackward)
            {
                taken.Spread(output + x, divisor, corner + first, 1, isAdded: true);
            }
            else
            {
                taken.Average(corner + first, divisor, output + x, 1);
            }
        }
    }
}
