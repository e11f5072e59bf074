using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Convolutions;

/// <summary>Computes the gradients of a convolution's weights where groups are small, group by group: each is a sum over the rows of the
/// batch, in double precision, of every eighth position each, then of these by halves; those of a row are made of 64 chains of fused
/// multiply-adds, of every 64th position each.</summary>
internal readonly unsafe ref struct DirectWeightGradients : IRangeOperation
{
    private const int Chains = DirectParts.Slack;

    /// <summary>The sums that a gradient is kept in.</summary>
    private const int Lanes = 8;

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
        int count = _shape.ResultChannels * _shape.Factors;
        for (int group = start; group < end; group++)
        {
            new Span<double>(totals, Lanes * count).Clear();
            for (int row = 0; row < Source.Rows; row++)
            {
                groupLines.Copy(in _shape, Source, row, group, lines);
                for (int i = 0; i < _shape.ResultChannels; i++)
                {
                    int channel = (group * _shape.ResultChannels) + i;
                    float* gradients = Gradients.Row(row) + ((nint)channel * _shape.Positions);
                    Add(lines, gradients, tapOffsets, grid, totals + ((nint)i * _shape.Factors * Lanes));
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
        int length = _shape.LineLength;
        int gridLength = DirectParts.GridLength(in _shape);
        int positions = _shape.Width.Positions;
        int lineStep = _shape.Height.Step;
        bool isWhole = lineStep == 1;
        int taps = _shape.Taps;
        for (int plane = 0; plane < _shape.Depth.Positions; plane++)
        {
            for (int line = 0; line < _shape.Height.Positions; line++, gradients += positions)
            {
                PaddedLines.CopyLine(gradients, grid + ((nint)line * gridLength), positions);
            }

            float* source = lines + ((nint)plane * _shape.Depth.Step * _shape.Height.Span * length);
            for (int i = 0; i < _shape.SourceChannels; i++, source += DirectParts.ChannelSize(in _shape))
            {
                double* totalsOfChannel = totals + ((nint)i * taps * Lanes);
                if (isWhole)
                {
                    AddTaps(source, tapOffsets, taps, grid, 0, 0, 1, ((_shape.Height.Positions - 1) * length) + positions, totalsOfChannel);
                }
                else
                {
                    nint stride = (nint)lineStep * length;
                    AddTaps(source, tapOffsets, taps, grid, stride, gridLength, _shape.Height.Positions, positions, totalsOfChannel);
                }
            }
        }
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
