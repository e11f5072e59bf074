using System;
using System.Runtime.CompilerServices;
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
        for (int map = start; map < end; map++)
        {
            (int row, int channel) = Math.DivRem(map, Shape.Channels);
            float* input = Inputs.Row(row) + ((nint)channel * Shape.InputPositions);
            float* output = Outputs.Row(row) + ((nint)channel * Shape.OutputPositions);
            if (Shape.IsGlobal)
            {
                ComputeWhole(input, output);
                continue;
            }

            if (IsBackward && !IsAdded)
            {
                new Span<float>(input, Shape.InputPositions).Clear();
            }

            Compute(input, output);
        }
    }

    private void ComputeWhole(float* input, float* output)
    {
        int positions = Shape.InputPositions;
        if (!IsBackward)
        {
            *output = (float)(FixedSums.Of(input, positions) / positions);
            return;
        }

        float gradient = *output / positions;
        if (IsAdded)
        {
            for (int i = 0; i < positions; i++)
            {
                input[i] += gradient;
            }
        }
        else
        {
            new Span<float>(input, positions).Fill(gradient);
        }
    }

    private void Compute(float* input, float* output)
    {
        for (int z = 0; z < Shape.Depth.Output; z++)
        {
            (int plane, int planes) = Shape.Depth.Taps(z);
            int counted = CountPadding ? Shape.Depth.PaddedTaps(z) : planes;
            for (int y = 0; y < Shape.Height.Output; y++, output += Shape.Width.Output)
            {
                (int line, int lines) = Shape.Height.Taps(y);
                int countedOfPlane = counted * (CountPadding ? Shape.Height.PaddedTaps(y) : lines);
                ComputeLine(input, plane, planes, line, lines, countedOfPlane, output);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeLine(float* input, int plane, int planes, int line, int lines, int counted, float* output)
    {
        PoolingAxis width = Shape.Width;
        int step = width.Window.Dilation;
        for (int x = 0; x < width.Output; x++)
        {
            (int first, int count) = width.Taps(x);
            int divisor = counted * (CountPadding ? width.PaddedTaps(x) : count);
            double sum = 0;
            float gradient = IsBackward ? output[x] / divisor : 0;
            for (int i = 0; i < planes; i++)
            {
                nint z = plane + (i * Shape.Depth.Window.Dilation);
                for (int j = 0; j < lines; j++)
                {
                    int y = line + (j * Shape.Height.Window.Dilation);
                    float* values = input + (((z * Shape.Height.Input) + y) * width.Input) + first;
                    for (int k = 0; k < count; k++, values += step)
                    {
                        if (IsBackward)
                        {
                            *values += gradient;
                        }
                        else
                        {
                            sum += *values;
                        }
                    }
                }
            }

            if (!IsBackward)
            {
                // A window that meets nothing has a mean of 0.
                output[x] = divisor == 0 ? 0 : (float)(sum / divisor);
            }
        }
    }
}
