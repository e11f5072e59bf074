using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Pools;

/// <summary>Takes the maximum of each window, channel by channel of each row.</summary>
/// <param name="shape">The pooling.</param>
/// <param name="inputs">[rows x channels · positions].</param>
/// <param name="outputs">[rows x channels · positions]; written.</param>
/// <param name="winners">Where in its channel each maximum stands, row by row without gaps; written, or null.</param>
internal readonly unsafe struct MaxMaps(in PoolingShape shape, Matrix inputs, Matrix outputs, int* winners) : IRangeOperation
{
    private const int Lanes = 8;

    private readonly PoolingShape _shape = shape;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int map = start; map < end; map++)
        {
            (int row, int channel) = Math.DivRem(map, _shape.Channels);
            Compute(
                inputs.Row(row) + ((nint)channel * _shape.InputPositions),
                outputs.Row(row) + ((nint)channel * _shape.OutputPositions),
                winners == null ? null : winners + ((nint)map * _shape.OutputPositions));
        }
    }

    private void Compute(float* input, float* output, int* winnersOfMap)
    {
        for (int z = 0; z < _shape.Depth.Output; z++)
        {
            (int plane, int planes) = _shape.Depth.Taps(z);
            for (int y = 0; y < _shape.Height.Output; y++)
            {
                (int line, int lines) = _shape.Height.Taps(y);
                ComputeLine(input, plane, planes, line, lines, output, winnersOfMap);
                output += _shape.Width.Output;
                winnersOfMap += winnersOfMap == null ? 0 : _shape.Width.Output;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeLine(float* input, int plane, int planes, int line, int lines, float* output, int* winnersOfLine)
    {
        PoolingAxis width = _shape.Width;
        int height = _shape.Height.Input;
        int planeStep = _shape.Depth.Window.Dilation;
        int lineStep = _shape.Height.Window.Dilation;
        int step = width.Window.Dilation;
        (int interior, int interiorEnd) = planes * lines == 0 ? (0, 0) : width.Interior;
        for (int x = 0; x < width.Output; x++)
        {
            (int first, int count) = width.Taps(x);
            if (x >= interior && x <= interiorEnd - Lanes)
            {
                float* corner = input + (((((nint)plane * height) + line) * width.Input) + first);
                ComputeLanes(corner, planes, lines, (int)(corner - input), output + x, winnersOfLine == null ? null : winnersOfLine + x);
                x += Lanes - 1;
                continue;
            }

            float largest = float.NegativeInfinity;

            // Where all are −∞, the first wins; where there are none, nobody.
            int winner = planes * lines * count == 0 ? -1 : (((plane * height) + line) * width.Input) + first;
            for (int i = 0; i < planes; i++)
            {
                for (int j = 0; j < lines; j++)
                {
                    int place = ((((plane + (i * planeStep)) * height) + line + (j * lineStep)) * width.Input) + first;
                    for (int k = 0; k < count; k++, place += step)
                    {
                        // NaN wins, and no number is larger than it.
                        float value = input[place];
                        if (value > largest || float.IsNaN(value))
                        {
                            largest = value;
                            winner = place;
                        }
                    }
                }
            }

            output[x] = largest;
            if (winnersOfLine != null)
            {
                winnersOfLine[x] = winner;
            }
        }
    }

    /// <summary>The same for outputs side by side whose windows do not meet the padding of the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputeLanes(float* input, int planes, int lines, int corner, float* output, int* winnersOfLanes)
    {
        nint planeStep = (nint)_shape.Depth.Window.Dilation * _shape.Height.Input * _shape.Width.Input;
        nint lineStep = (nint)_shape.Height.Window.Dilation * _shape.Width.Input;
        int stride = _shape.Width.Window.Stride;
        int step = _shape.Width.Window.Dilation;
        int taps = _shape.Width.Window.Kernel;
        Vector256<int> places = Vector256.CreateSequence(corner, stride);
        Vector256<float> largest = Vector256.Create(float.NegativeInfinity);
        Vector256<int> winnersOfAll = places;
        for (int i = 0; i < planes; i++)
        {
            for (int j = 0; j < lines; j++)
            {
                nint place = (i * planeStep) + (j * lineStep);
                for (int k = 0; k < taps; k++, place += step)
                {
                    Vector256<float> values = PoolingLine.Read(input + place, stride);
                    Vector256<float> isLarger = Vector256.GreaterThan(values, largest) | Vector256.IsNaN(values);
                    Vector256<int> placesOfTap = places + Vector256.Create((int)place);
                    largest = Vector256.ConditionalSelect(isLarger, values, largest);
                    winnersOfAll = Vector256.ConditionalSelect(isLarger.AsInt32(), placesOfTap, winnersOfAll);
                }
            }
        }

        largest.Store(output);
        if (winnersOfLanes != null)
        {
            winnersOfAll.Store(winnersOfLanes);
        }
    }
}
