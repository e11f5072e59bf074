using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Convolutions;

/// <summary>Computes the gradients of a convolution's weights where groups are small, group by group: each is a sum over the rows of the
/// batch, in double precision, of every eighth position each, then of these by halves; those of a row are made of 64 chains of fused
/// multiply-adds, of every 64th position each.</summary>
internal readonly unsafe ref struct DirectWeightGradients : IScratchOperation
{
    private const int Chains = DirectParts.Slack;

    /// <summary>The sums that a gradient is kept in.</summary>
    private const int Lanes = 8;

    private readonly ref readonly TapShape _shape;

    // Of the shape, worked out once: a small map takes little longer than that.
    private readonly nint _channelSize;
    private readonly nint _planeSize;
    private readonly int _channels;
    private readonly int _taps;
    private readonly int _planes;
    private readonly int _lines;
    private readonly int _positions;
    private readonly int _lineLength;
    private readonly int _lineStep;
    private readonly int _gridLength;

    /// <summary>The groups of a convolution.</summary>
    /// <param name="shape">The outputs of the convolution.</param>
    public DirectWeightGradients(ref readonly TapShape shape)
    {
        _shape = ref shape;
        _channelSize = DirectParts.ChannelSize(in shape);
        _planeSize = (nint)shape.Depth.Step * shape.Height.Span * shape.LineLength;
        _channels = shape.SourceChannels;
        _taps = shape.Taps;
        _planes = shape.Depth.Positions;
        _lines = shape.Height.Positions;
        _positions = shape.Width.Positions;
        _lineLength = shape.LineLength;
        _lineStep = shape.Height.Step;
        _gridLength = DirectParts.GridLength(in shape);
    }

    /// <summary>The inputs, a row for each row of the batch.</summary>
    public required Matrix Source { get; init; }

    /// <summary>The gradients of the outputs.</summary>
    public required Matrix Gradients { get; init; }

    /// <summary>[units x channels · taps]; written.</summary>
    public required float* WeightGradients { get; init; }

    /// <summary>Whether the sums are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    public ScratchPlaces Scratch { get; init; }

    /// <inheritdoc/>
    public int Count => _shape.Groups;

    /// <summary>The floats of a place: the sums, tables and lines of a group, and the gradients of a plane.</summary>
    public long ScratchSize => TotalsSize + DirectParts.LinesSize(in _shape) + DirectParts.GridSize(in _shape) + _shape.Taps;

    private long TotalsSize => Lanes * _shape.ResultChannels * _shape.Factors * (sizeof(double) / sizeof(float));

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
        var groupLines = new GroupLines(in _shape);
        GroupLines.Clear(in _shape, lines);
        new Span<float>(grid, (int)DirectParts.GridSize(in _shape)).Clear();
        int resultChannels = _shape.ResultChannels;
        int factors = _shape.Factors;
        int count = resultChannels * factors;
        nint positions = _shape.Positions;
        for (int group = start; group < end; group++)
        {
            new Span<double>(totals, Lanes * count).Clear();
            for (int row = 0; row < Source.Rows; row++)
            {
                groupLines.Copy(in _shape, Source, row, group, lines);
                for (int i = 0; i < resultChannels; i++)
                {
                    int channel = (group * resultChannels) + i;
                    float* gradients = Gradients.Row(row) + (channel * positions);
                    Add(lines, gradients, tapOffsets, grid, totals + ((nint)i * factors * Lanes));
                }
            }

            float* target = WeightGradients + ((nint)group * count);
            for (int i = 0; i < count; i++)
            {
                float total = (float)FixedSums.OfLanes(Vector512.Load(totals + (i * Lanes)));
                target[i] = IsAdded ? target[i] + total : total;
            }
        }

        Scratch.Return(memory);
    }

    private void Add(float* lines, float* gradients, int* tapOffsets, float* grid, double* totals)
    {
        bool isWhole = _lineStep == 1;
        nint valueStride = isWhole ? 0 : (nint)_lineStep * _lineLength;
        int length = isWhole ? ((_lines - 1) * _lineLength) + _positions : _positions;
        for (int plane = 0; plane < _planes; plane++, lines += _planeSize)
        {
            gradients = CopyPlane(gradients, grid);
            for (int i = 0; i < _channels; i++)
            {
                float* source = lines + (i * _channelSize);
                double* target = totals + ((nint)i * _taps * Lanes);
                AddTaps(source, tapOffsets, _taps, grid, valueStride, _gridLength, isWhole ? 1 : _lines, length, target);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float* CopyPlane(float* gradients, float* grid)
    {
        for (int line = 0; line < _lines; line++, gradients += _positions, grid += _gridLength)
        {
            PaddedLines.CopyLine(gradients, grid, _positions);
        }

        return gradients;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTaps(
        float* source, int* tapOffsets, int taps, float* grid, nint valueStride, nint gradientStride, int lines, int length, double* totals)
    {
        for (int tap = 0; tap < taps; tap++, totals += Lanes)
        {
            float* values = source + tapOffsets[tap];
            float* gradients = grid;
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

                // Gradients behind the end are 0.
                for (; i < length; i += Vector512<float>.Count)
                {
                    sum0 = Vector512.FusedMultiplyAdd(Vector512.Load(values + i), Vector512.Load(gradients + i), sum0);
                }
            }

            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(sum0 + sum1 + (sum2 + sum3));
            (Vector512.Load(totals) + (lower + upper)).Store(totals);
        }
    }
}
