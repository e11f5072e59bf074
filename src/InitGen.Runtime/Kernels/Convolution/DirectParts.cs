using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;

namespace InitGen.Kernels.Convolutions;

/// <summary>The same as <see cref="ConvolutionParts"/>, bit for bit, where groups are so small that a panel would serve few results: a part
/// is a group of a row, whose lines are read where they stand.</summary>
internal readonly unsafe ref struct DirectParts : IScratchOperation
{
    /// <summary>The vectors that are worked on side by side.</summary>
    private const int Vectors = 4;

    /// <summary>The most that is read or written behind the end of a line.</summary>
    public const int Slack = Vectors * RowLayout.CacheLine;

    private const int MostPairs = 4;

    private readonly ref readonly TapShape _shape;

    // Of the shape, worked out once: a small map takes little longer than that.
    private readonly nint _channelSize;
    private readonly int _channels;
    private readonly int _taps;
    private readonly int _lines;
    private readonly int _positions;
    private readonly int _lineLength;
    private readonly int _lineStep;
    private readonly int _gridLength;
    private readonly int _placeStep;
    private readonly nint _placeLineStep;

    /// <summary>The parts of a convolution.</summary>
    /// <param name="shape">What is computed.</param>
    public DirectParts(ref readonly TapShape shape)
    {
        _shape = ref shape;
        _channelSize = ChannelSize(in shape);
        _channels = shape.SourceChannels;
        _taps = shape.Taps;
        _lines = shape.Height.Positions;
        _positions = shape.Width.Positions;
        _lineLength = shape.LineLength;
        _lineStep = shape.Height.Step;
        _gridLength = GridLength(in shape);
        _placeStep = shape.Width.PlaceStep;
        _placeLineStep = (nint)shape.Height.PlaceStep * shape.Width.Places;
    }

    /// <summary>The source, a row for each row of the batch.</summary>
    public required Matrix Source { get; init; }

    /// <summary>The factors of the first group, [result channels x channels · taps].</summary>
    public required Matrix Factors { get; init; }

    /// <summary>The distance between the factors of two groups.</summary>
    public required nint GroupStride { get; init; }

    /// <summary>Where the sums start, one for each result channel; null for 0.</summary>
    public required float* Biases { get; init; }

    /// <summary>The results; written.</summary>
    public required Matrix Results { get; init; }

    /// <summary>Whether the sums start at what stands in the results.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    public ScratchPlaces Scratch { get; init; }

    /// <summary>The number of parts.</summary>
    public int Count => Results.Rows * _shape.Groups;

    /// <summary>The floats of a place: the tables and lines of a group, and the results of a plane.</summary>
    public long ScratchSize => LinesSize(in _shape) + GridSize(in _shape) + PanelGrid.RoundUp(_shape.Taps, RowLayout.CacheLine);

    /// <summary>Whether groups are that small.</summary>
    /// <param name="shape">What is computed.</param>
    public static bool IsFor(in TapShape shape) => shape.SourceChannels * shape.ResultChannels <= MostPairs;

    /// <summary>The floats of the lines of a group and what is read behind them.</summary>
    /// <param name="shape">What is computed.</param>
    public static long LinesSize(in TapShape shape) => (shape.SourceChannels * (long)ChannelSize(in shape)) + Slack;

    /// <summary>The floats of the lines of a channel.</summary>
    /// <param name="shape">What is computed.</param>
    public static nint ChannelSize(in TapShape shape) => (nint)shape.Depth.Span * shape.Height.Span * shape.LineLength;

    /// <summary>The floats of a line of results: as many as of those that are read where the lines of both follow each other; else what is
    /// written behind its end has room too.</summary>
    /// <param name="shape">What is computed.</param>
    public static int GridLength(in TapShape shape) =>
        shape.Height.Step == 1 ? shape.LineLength : PanelGrid.RoundUp(shape.Width.Positions, Slack);

    /// <summary>The floats of the results of a plane and what is written behind them.</summary>
    /// <param name="shape">What is computed.</param>
    public static long GridSize(in TapShape shape) => ((long)shape.Height.Positions * GridLength(in shape)) + Slack;

    /// <summary>Copies the lines of a group.</summary>
    /// <param name="shape">What is computed.</param>
    /// <param name="source">The source.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="group">The group.</param>
    /// <param name="lines">Written.</param>
    public static void CopyLines(in TapShape shape, Matrix source, int row, int group, float* lines)
    {
        var padding = new PaddedLines(in shape);
        for (int i = 0; i < shape.SourceChannels; i++)
        {
            padding.Copy(
                source.Row(row) + ((((nint)group * shape.SourceChannels) + i) * shape.SourcePositions),
                firstPlane: 0,
                shape.Depth.Span,
                firstLine: 0,
                shape.Height.Span,
                lines + (i * ChannelSize(in shape)));
        }
    }

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* lines = Scratch.Take();
        float* grid = lines + LinesSize(in _shape);
        var tapOffsets = (int*)(grid + GridSize(in _shape));
        _shape.WriteTapOffsets(_shape.Height.Span, tapOffsets);
        var groupLines = new GroupLines(in _shape);
        GroupLines.Clear(in _shape, lines);
        int resultChannels = _shape.ResultChannels;
        nint resultPositions = _shape.ResultPositions;
        int planes = _shape.Depth.Positions;
        nint firstPlace = Place(0);
        nint placePlaneStep = Place(1) - firstPlace;
        nint planeStep = (nint)_shape.Depth.Step * _shape.Height.Span * _shape.LineLength;
        for (int part = start; part < end; part++)
        {
            (int row, int group) = Math.DivRem(part, _shape.Groups);
            groupLines.Copy(in _shape, Source, row, group, lines);
            for (int i = 0; i < resultChannels; i++)
            {
                int channel = (group * resultChannels) + i;
                float* factors = Factors.Row(i) + (group * GroupStride);
                float* results = Results.Row(row) + (channel * resultPositions);
                float bias = Biases == null ? 0 : Biases[channel];
                for (int plane = 0; plane < planes; plane++)
                {
                    float* target = results + firstPlace + (plane * placePlaneStep);
                    if (IsAdded)
                    {
                        Start(target, grid);
                    }

                    Add(lines + (plane * planeStep), tapOffsets, factors, bias, grid);
                    Write(grid, target);
                }
            }
        }

        Scratch.Return(lines);
    }

    private void Add(float* lines, int* tapOffsets, float* factors, float bias, float* grid)
    {
        if (_lineStep == 1)
        {
            // The lines follow each other: what is computed behind the end of each is not read.
            AddTaps(lines, tapOffsets, factors, bias, ((_lines - 1) * _lineLength) + _positions, grid);
            return;
        }

        for (int line = 0; line < _lines; line++)
        {
            float* sums = grid + ((nint)line * _gridLength);
            AddTaps(lines + ((nint)line * _lineStep * _lineLength), tapOffsets, factors, bias, _positions, sums);
        }
    }

    private void AddTaps(float* lines, int* tapOffsets, float* factors, float bias, int length, float* sums)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddTaps<Lanes16>(lines, tapOffsets, factors, bias, length, sums);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddTaps<Lanes8>(lines, tapOffsets, factors, bias, length, sums);
        }
        else
        {
            AddTaps<Lanes4>(lines, tapOffsets, factors, bias, length, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddTaps<TLanes>(float* lines, int* tapOffsets, float* factors, float bias, int length, float* sums)
        where TLanes : struct, ILanes<TLanes>
    {
        nint channelSize = _channelSize;
        int channels = _channels;
        int taps = _taps;
        nint factorStride = Factors.ColumnStride;
        bool isAdded = IsAdded;
        for (int i = 0; i < length; i += Vectors * TLanes.Count)
        {
            TLanes start = TLanes.Broadcast(bias);
            TLanes sum0 = isAdded ? TLanes.Load(sums + i) : start;
            TLanes sum1 = isAdded ? TLanes.Load(sums + i + TLanes.Count) : start;
            TLanes sum2 = isAdded ? TLanes.Load(sums + i + (2 * TLanes.Count)) : start;
            TLanes sum3 = isAdded ? TLanes.Load(sums + i + (3 * TLanes.Count)) : start;
            float* factor = factors;
            for (int channel = 0; channel < channels; channel++)
            {
                float* source = lines + (channel * channelSize) + i;
                for (int tap = 0; tap < taps; tap++)
                {
                    TLanes weight = TLanes.Broadcast(*factor);
                    float* values = source + tapOffsets[tap];
                    factor += factorStride;
                    sum0 = TLanes.MultiplyAdd(weight, TLanes.Load(values), sum0);
                    sum1 = TLanes.MultiplyAdd(weight, TLanes.Load(values + TLanes.Count), sum1);
                    sum2 = TLanes.MultiplyAdd(weight, TLanes.Load(values + (2 * TLanes.Count)), sum2);
                    sum3 = TLanes.MultiplyAdd(weight, TLanes.Load(values + (3 * TLanes.Count)), sum3);
                }
            }

            sum0.Store(sums + i);
            sum1.Store(sums + i + TLanes.Count);
            sum2.Store(sums + i + (2 * TLanes.Count));
            sum3.Store(sums + i + (3 * TLanes.Count));
        }
    }

    private void Start(float* source, float* grid)
    {
        for (int line = 0; line < _lines; line++, grid += _gridLength, source += _placeLineStep)
        {
            for (int i = 0; i < _positions; i++)
            {
                grid[i] = source[(nint)i * _placeStep];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(float* grid, float* target)
    {
        nint step = _placeStep;
        int positions = _positions;
        for (int line = 0; line < _lines; line++, grid += _gridLength, target += _placeLineStep)
        {
            if (step == 1)
            {
                PaddedLines.CopyLine(grid, target, positions);
                continue;
            }

            for (int i = 0; i < positions; i++)
            {
                target[i * step] = grid[i];
            }
        }
    }

    /// <summary>The place of a plane's first result.</summary>
    private nint Place(int plane)
    {
        nint place = ((nint)_shape.Depth.FirstPlace + (plane * _shape.Depth.PlaceStep)) * _shape.Height.Places;
        return ((place + _shape.Height.FirstPlace) * _shape.Width.Places) + _shape.Width.FirstPlace;
    }
}
