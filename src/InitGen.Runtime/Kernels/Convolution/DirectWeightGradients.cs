using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Computes the gradients of a convolution's weights where groups are small, group by group: each is a sum over the rows of the
/// batch, in double precision; that of a row consists of 64 chains of fused multiply-adds, of every 64th position each.</summary>
internal readonly unsafe ref struct DirectWeightGradients : IRangeOperation
{
    private const int Chains = DirectParts.Slack;

    private readonly ref readonly TapShape _shape;

    /// <summary>The groups of a convolution.</summary>
    /// <param name="shape">The outputs of the convolution.</param>
    public DirectWeightGradients(ref readonly TapShape shape) => _shape = ref shape;

    /// <summary>The inputs, a row for each row of the batch.</summary>
    public required Matrix Source { get; init; }

    /// <summary>The gradients of the outputs.</summary>
    public required Matrix Gradients { get; init; }

    /// <summary>[units x channels · taps]; written.</summary>
    public required float* WeightGradients { get; init; }

    /// <summary>Whether the sums are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <summary>Places of <see cref="ScratchSize"/>.</summary>
    public ScratchPlaces Scratch { get; init; }

    /// <summary>The floats of a place: the sums, tables and lines of a group, and the gradients of a plane.</summary>
    public long ScratchSize => TotalsSize + DirectParts.LinesSize(in _shape) + DirectParts.GridSize(in _shape) + _shape.Taps;

    private long TotalsSize => PanelGrid.RoundUp(2 * _shape.ResultChannels * _shape.Factors, RowLayout.CacheLine);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* memory = Scratch.Take();
        var totals = (double*)memory;
        float* lines = memory + TotalsSize;
        float* grid = lines + DirectParts.LinesSize(in _shape);
        var tapOffsets = (int*)(grid + DirectParts.GridSize(in _shape));
        _shape.WriteTapOffsets(_shape.Height.Span, tapOffsets);

        // What is read behind the lines is multiplied by 0 and must be a number, and so must what is between those that are read.
        new Span<float>(lines, (int)DirectParts.LinesSize(in _shape)).Clear();
        new Span<float>(grid, (int)DirectParts.GridSize(in _shape)).Clear();
        int count = _shape.ResultChannels * _shape.Factors;
        for (int group = start; group < end; group++)
        {
            new Span<double>(totals, count).Clear();
            for (int row = 0; row < Source.Rows; row++)
            {
                DirectParts.CopyLines(in _shape, Source, row, group, lines);
                for (int i = 0; i < _shape.ResultChannels; i++)
                {
                    int channel = (group * _shape.ResultChannels) + i;
                    float* gradients = Gradients.Row(row) + ((nint)channel * _shape.Positions);
                    Add(lines, gradients, tapOffsets, grid, totals + ((nint)i * _shape.Factors));
                }
            }

            float* target = WeightGradients + ((nint)group * count);
            for (int i = 0; i < count; i++)
            {
                target[i] = IsAdded ? target[i] + (float)totals[i] : (float)totals[i];
            }
        }

        Scratch.Return(memory);
    }

    private void Add(float* lines, float* gradients, int* tapOffsets, float* grid, double* totals)
    {
        int length = _shape.LineLength;
        int gridLength = DirectParts.GridLength(in _shape);
        int positions = _shape.Width.Positions;
        int lineStep = _shape.Height.Step;
        bool isWhole = lineStep == 1;
        for (int plane = 0; plane < _shape.Depth.Positions; plane++)
        {
            for (int line = 0; line < _shape.Height.Positions; line++, gradients += positions)
            {
                Matrix.CopyRow(gradients, grid + ((nint)line * gridLength), positions);
            }

            float* source = lines + ((nint)plane * _shape.Depth.Step * _shape.Height.Span * length);
            for (int i = 0; i < _shape.SourceChannels; i++, source += DirectParts.ChannelSize(in _shape))
            {
                for (int tap = 0; tap < _shape.Taps; tap++)
                {
                    float* values = source + tapOffsets[tap];
                    double sum = isWhole
                        ? Product(values, grid, 0, 0, 1, ((_shape.Height.Positions - 1) * length) + positions)
                        : Product(values, grid, (nint)lineStep * length, gridLength, _shape.Height.Positions, positions);
                    totals[(i * _shape.Taps) + tap] += sum;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Product(float* values, float* gradients, nint valueStride, nint gradientStride, int lines, int length)
    {
        Vector512<float> sum0 = Vector512<float>.Zero;
        Vector512<float> sum1 = Vector512<float>.Zero;
        Vector512<float> sum2 = Vector512<float>.Zero;
        Vector512<float> sum3 = Vector512<float>.Zero;
        for (int line = 0; line < lines; line++, values += valueStride, gradients += gradientStride)
        {
            int i = 0;
            for (; i <= length - Chains; i += Chains)
            {
                sum0 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i), Vector512.Load(gradients + i), sum0);
                sum1 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i + 16), Vector512.Load(gradients + i + 16), sum1);
                sum2 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i + 32), Vector512.Load(gradients + i + 32), sum2);
                sum3 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i + 48), Vector512.Load(gradients + i + 48), sum3);
            }

            for (; i < length; i += Vector512<float>.Count)
            {
                Vector512<float> isWithin = Vector512.LessThan(Vector512<float>.Indices, Vector512.Create((float)(length - i)));
                Vector512<float> rest = Vector512.ConditionalSelect(isWithin, Vector512.Load(gradients + i), Vector512<float>.Zero);
                sum0 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i), rest, sum0);
            }
        }

        Vector512<float> sums = sum0 + sum1 + (sum2 + sum3);
        double total = 0;
        for (int lane = 0; lane < Vector512<float>.Count; lane++)
        {
            total += sums[lane];
        }

        return total;
    }
}
