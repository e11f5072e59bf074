using System;
using System.Runtime.CompilerServices;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Pools;

/// <summary>Takes the maximum of each window, channel by channel of each row.</summary>
/// <param name="shape">The pooling.</param>
/// <param name="inputs">[rows x channels · positions].</param>
/// <param name="outputs">[rows x channels · positions]; written.</param>
/// <param name="winners">Where in its channel each maximum stands, row by row without gaps; written, or null.</param>
internal readonly unsafe struct MaxMaps(in PoolingShape shape, Matrix inputs, Matrix outputs, int* winners) : IRangeOperation
{
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
        for (int x = 0; x < width.Output; x++)
        {
            (int first, int count) = width.Taps(x);
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
}
