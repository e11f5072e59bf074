using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Gathers what the taps of a block of positions meet, some channels at a time: a row for each channel and tap, in it a value for
/// each position. Positions count through all rows of a batch, so that small maps fill vectors too.</summary>
internal unsafe ref struct TapGather
{
    /// <summary>The most positions of a block.</summary>
    public const int PositionsOfBlock = 256;

    /// <summary>The floats that are copied at a time; those behind the end of a line are overwritten by the next.</summary>
    public const int Chunk = 8;

    // The rows of a panel in the nearest cache.
    private const int DepthOfBlock = 256;

    private readonly ref readonly TapShape _shape;
    private readonly Matrix _source;
    private readonly int* _tapOffsets;
    private readonly int* _chunkSources;
    private readonly int* _chunkTargets;
    private readonly int* _panelChunks;
    private readonly int* _runImages;
    private readonly int* _runPlaces;
    private readonly int* _runTargets;
    private readonly int* _runLengths;
    private readonly int* _panelRuns;
    private readonly float* _lines;
    private readonly PaddedLines _padding;
    private int _width;
    private int _firstImage;
    private int _images;
    private int _firstPlane;
    private int _planes;
    private int _firstLine;
    private int _linesOfPlane;
    private int _channel;
    private int _channels;

    /// <summary>A gatherer that has no block yet.</summary>
    /// <param name="shape">What is gathered.</param>
    /// <param name="source">The source, a row for each row of the batch.</param>
    /// <param name="scratch">Scratch memory of <see cref="ScratchSize"/>.</param>
    public TapGather(ref readonly TapShape shape, Matrix source, float* scratch)
    {
        _shape = ref shape;
        _source = source;
        _padding = new PaddedLines(in shape);
        var tables = (int*)scratch;
        _chunkSources = tables;
        _chunkTargets = tables + PositionsOfBlock;
        _runImages = tables + (2 * PositionsOfBlock);
        _runPlaces = tables + (3 * PositionsOfBlock);
        _runTargets = tables + (4 * PositionsOfBlock);
        _runLengths = tables + (5 * PositionsOfBlock);
        _panelChunks = tables + (6 * PositionsOfBlock);
        _panelRuns = tables + (7 * PositionsOfBlock);
        _tapOffsets = tables + TableSize;
        _lines = scratch + TableSize + PanelGrid.RoundUp(shape.Taps, RowLayout.CacheLine);
    }

    private static int TableSize => 8 * PositionsOfBlock;

    /// <summary>The channels that are gathered at a time.</summary>
    /// <param name="shape">What is gathered.</param>
    public static int ChannelsOfBlock(in TapShape shape) => Math.Clamp(DepthOfBlock / shape.Taps, 1, shape.SourceChannels);

    /// <summary>The positions of a block: about as many in each. Large maps are cut row by row, so that a block needs a few of their
    /// lines.</summary>
    /// <param name="shape">What is gathered.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="threads">How many threads share the blocks.</param>
    public static int BlockLength(in TapShape shape, int rows, int threads)
    {
        bool isCut = shape.Positions >= PositionsOfBlock;
        int positions = isCut ? shape.Positions : rows * shape.Positions;
        int blocks = PanelGrid.Quotient(positions, PositionsOfBlock);
        if (!isCut && blocks > 1)
        {
            blocks = PanelGrid.RoundUp(blocks, Math.Min(threads, blocks));
        }

        return PanelGrid.RoundUp(PanelGrid.Quotient(positions, blocks), MatrixProduct.WidestPanel);
    }

    /// <summary>The number of blocks that some rows of a batch are cut into.</summary>
    /// <param name="shape">What is gathered.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="length">The positions of a block.</param>
    public static int Blocks(in TapShape shape, int rows, int length) => shape.Positions < PositionsOfBlock
        ? PanelGrid.Quotient(rows * shape.Positions, length)
        : rows * PanelGrid.Quotient(shape.Positions, length);

    /// <summary>The positions of a block.</summary>
    /// <param name="shape">What is gathered.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="length">The positions of a block; the last one may have less.</param>
    /// <param name="block">The block.</param>
    public static (int First, int Count) Block(in TapShape shape, int rows, int length, int block)
    {
        if (shape.Positions < PositionsOfBlock)
        {
            int place = block * length;
            return (place, Math.Min(length, (rows * shape.Positions) - place));
        }

        (int row, int blockOfRow) = Math.DivRem(block, PanelGrid.Quotient(shape.Positions, length));
        int first = blockOfRow * length;
        return ((row * shape.Positions) + first, Math.Min(length, shape.Positions - first));
    }

    /// <summary>The floats of scratch memory that a gatherer needs.</summary>
    /// <param name="shape">What is gathered.</param>
    /// <param name="rows">The rows of the batch.</param>
    public static long ScratchSize(in TapShape shape, int rows)
    {
        int positions = shape.Positions;
        int images = positions < PositionsOfBlock ? Math.Min(rows, ((PositionsOfBlock - 2) / positions) + 2) : 1;
        int planes = shape.Depth.Positions;
        int lines = shape.Height.Positions;
        if (images == 1)
        {
            planes = Math.Min(planes, ((PositionsOfBlock - 2) / (lines * shape.Width.Positions)) + 2);
            lines = planes > 1 ? lines : Math.Min(lines, ((PositionsOfBlock - 2) / shape.Width.Positions) + 2);
        }

        long size = (long)Extent(shape.Depth, planes) * Extent(shape.Height, lines) * shape.LineLength;
        long copies = shape.IsIdentity ? 0 : size * images * ChannelsOfBlock(shape);
        return TableSize + PanelGrid.RoundUp(shape.Taps, RowLayout.CacheLine) + copies + (2 * RowLayout.CacheLine);
    }

    /// <summary>Turns to a block.</summary>
    /// <param name="first">Its first position, counted through the rows of the source.</param>
    /// <param name="count">The number of positions, at most <see cref="PositionsOfBlock"/>.</param>
    /// <param name="width">The positions of a panel.</param>
    public void Turn(int first, int count, int width)
    {
        TapAxis depth = _shape.Depth;
        TapAxis height = _shape.Height;
        int length = _shape.Width.Positions;
        int positions = _shape.Positions;
        _width = width;
        _firstImage = first / positions;
        _images = ((first + count - 1) / positions) - _firstImage + 1;
        int place = first % positions;
        int plane = 0;
        int planes = depth.Positions;
        int line = 0;
        int lines = height.Positions;
        if (_images == 1)
        {
            int firstLine = place / length;
            int lastLine = (place + count - 1) / length;
            plane = firstLine / lines;
            planes = (lastLine / lines) - plane + 1;
            if (planes == 1)
            {
                line = firstLine % lines;
                lines = lastLine - firstLine + 1;
            }
        }

        _firstPlane = plane * depth.Step;
        _planes = Extent(depth, planes);
        _firstLine = line * height.Step;
        _linesOfPlane = Extent(height, lines);
        _shape.WriteTapOffsets(_linesOfPlane, _tapOffsets);

        int chunk = 0;
        int run = 0;
        for (int i = 0, image = 0; i < count;)
        {
            (int lineOfImage, int x) = Math.DivRem(place, length);
            (int z, int y) = Math.DivRem(lineOfImage, height.Positions);
            int segment = Math.Min(Math.Min(length - x, width - (i % width)), count - i);
            int source = (((((image * _planes) + ((z - plane) * depth.Step)) * _linesOfPlane) + ((y - line) * height.Step))
                * _shape.LineLength) + x;
            for (int start = 0; start < segment; start += Chunk, chunk++)
            {
                _chunkSources[chunk] = source + start;
                _chunkTargets[chunk] = (i + start) % width;
            }

            int target = ((((depth.FirstPlace + (z * depth.PlaceStep)) * height.Places) + height.FirstPlace + (y * height.PlaceStep))
                * _shape.Width.Places) + _shape.Width.FirstPlace + (x * _shape.Width.PlaceStep);
            if (_shape.IsDense && place > 0 && i % width != 0)
            {
                _runLengths[run - 1] += segment;
            }
            else
            {
                _runImages[run] = _firstImage + image;
                _runPlaces[run] = target;
                _runTargets[run] = i % width;
                _runLengths[run++] = segment;
            }

            i += segment;
            _panelChunks[(i - 1) / width] = chunk;
            _panelRuns[(i - 1) / width] = run;
            place += segment;
            if (place == positions)
            {
                place = 0;
                image++;
            }
        }
    }

    /// <summary>Turns to some channels.</summary>
    /// <param name="channel">The first channel in the source.</param>
    /// <param name="channels">The number of channels, at most <see cref="ChannelsOfBlock"/>.</param>
    public void Load(int channel, int channels)
    {
        _channel = channel;
        _channels = channels;
        if (_shape.IsIdentity)
        {
            return;
        }

        int size = _planes * _linesOfPlane * _shape.LineLength;
        int positions = _shape.SourcePositions;
        float* target = _lines;
        for (int i = channel; i < channel + channels; i++)
        {
            for (int image = _firstImage; image < _firstImage + _images; image++, target += size)
            {
                float* source = _source.Row(image) + ((nint)i * positions);
                _padding.Copy(source, _firstPlane, _planes, _firstLine, _linesOfPlane, target);
            }
        }
    }

    /// <summary>Writes the rows of a panel. Columns without a position have no meaning.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="target">[channels · taps x width]; up to <see cref="Chunk"/> floats more are written.</param>
    public readonly void Gather(int panel, float* target)
    {
        if (_shape.IsIdentity)
        {
            GatherIdentity(panel, target);
            return;
        }

        int first = panel == 0 ? 0 : _panelChunks[panel - 1];
        int chunks = _panelChunks[panel] - first;
        nint channelStride = (nint)_images * _planes * _linesOfPlane * _shape.LineLength;
        int* sources = _chunkSources + first;
        Copy(_lines, channelStride, _channels, _tapOffsets, _shape.Taps, sources, _chunkTargets + first, chunks, target, _width);
    }

    /// <summary>Reads what stands in the results at the positions of a panel.</summary>
    /// <param name="results">The results.</param>
    /// <param name="channel">The first channel in them.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="values">[channels x width]; written.</param>
    public readonly void Read(Matrix results, int channel, int panel, Matrix values)
    {
        nint step = _shape.Width.PlaceStep;
        for (int run = panel == 0 ? 0 : _panelRuns[panel - 1]; run < _panelRuns[panel]; run++)
        {
            float* source = results.Row(_runImages[run]) + ((nint)channel * _shape.ResultPositions) + _runPlaces[run];
            float* target = values.Data + _runTargets[run];
            int length = _runLengths[run];
            for (int i = 0; i < values.Rows; i++, source += _shape.ResultPositions, target += values.RowStride)
            {
                if (step == 1)
                {
                    Matrix.CopyRow(source, target, length);
                    continue;
                }

                for (int position = 0; position < length; position++)
                {
                    target[position] = source[position * step];
                }
            }
        }
    }

    /// <summary>Writes the results at the positions of a panel.</summary>
    /// <param name="values">[channels x width].</param>
    /// <param name="panel">The panel.</param>
    /// <param name="results">The results; written.</param>
    /// <param name="channel">The first channel in them.</param>
    public readonly void Write(Matrix values, int panel, Matrix results, int channel)
    {
        nint step = _shape.Width.PlaceStep;
        for (int run = panel == 0 ? 0 : _panelRuns[panel - 1]; run < _panelRuns[panel]; run++)
        {
            float* source = values.Data + _runTargets[run];
            float* target = results.Row(_runImages[run]) + ((nint)channel * _shape.ResultPositions) + _runPlaces[run];
            int length = _runLengths[run];
            for (int i = 0; i < values.Rows; i++, source += values.RowStride, target += _shape.ResultPositions)
            {
                if (step == 1)
                {
                    Matrix.CopyRow(source, target, length);
                    continue;
                }

                for (int position = 0; position < length; position++)
                {
                    target[position * step] = source[position];
                }
            }
        }
    }

    /// <summary>How many planes or lines of the source a number of positions meet.</summary>
    private static int Extent(TapAxis axis, int positions) => ((positions - 1) * axis.Step) + axis.TapSpan;

    private readonly void GatherIdentity(int panel, float* target)
    {
        for (int run = panel == 0 ? 0 : _panelRuns[panel - 1]; run < _panelRuns[panel]; run++)
        {
            float* source = _source.Row(_runImages[run]) + ((nint)_channel * _shape.SourcePositions) + _runPlaces[run];
            float* row = target + _runTargets[run];
            for (int i = 0; i < _channels; i++, source += _shape.SourcePositions, row += _width)
            {
                Matrix.CopyRow(source, row, _runLengths[run]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Copy(
        float* lines,
        nint channelStride,
        int channels,
        int* tapOffsets,
        int taps,
        int* chunkSources,
        int* chunkTargets,
        int chunks,
        float* target,
        nint width)
    {
        for (int channel = 0; channel < channels; channel++, lines += channelStride)
        {
            for (int tap = 0; tap < taps; tap++, target += width)
            {
                float* source = lines + tapOffsets[tap];
                for (int chunk = 0; chunk < chunks; chunk++)
                {
                    Vector256.Load(source + chunkSources[chunk]).Store(target + chunkTargets[chunk]);
                }
            }
        }
    }
}
