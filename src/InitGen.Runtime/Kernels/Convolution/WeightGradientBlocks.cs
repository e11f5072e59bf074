using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Computes the gradients of a convolution's weights, block by block of channels and units. Each is a sum over pieces, which are
/// some rows of the batch; that of a piece is one chain of fused multiply-adds through its rows and positions in order.</summary>
internal readonly unsafe ref struct WeightGradientBlocks : IScratchOperation
{
    // A whole number of tiles for kernels of 3 and of 3 x 3 taps.
    private const int RowsOfBlock = 72;
    private const int PanelsOfBlock = 8;
    private const int PositionsOfPiece = 512;

    // What is left over when threads take turns is small then.
    private const int BlocksOfThread = 4;

    private readonly ref readonly TapShape _shape;
    private readonly int _channelsOfBlock;
    private readonly int _channelBlocks;
    private readonly int _panels;
    private readonly int _panelsOfBlock;
    private readonly int _panelBlocks;

    /// <summary>The blocks of a convolution.</summary>
    /// <param name="shape">The outputs of the convolution.</param>
    public WeightGradientBlocks(ref readonly TapShape shape)
    {
        _shape = ref shape;
        int most = Math.Clamp(RowsOfBlock / shape.Taps, 1, shape.SourceChannels);
        _channelsOfBlock = PanelGrid.Quotient(shape.SourceChannels, PanelGrid.Quotient(shape.SourceChannels, most));
        _channelBlocks = PanelGrid.Quotient(shape.SourceChannels, _channelsOfBlock);
        _panels = PanelGrid.Quotient(shape.ResultChannels, MatrixProduct.PanelWidth);
        int threads = Execution.MaxDegreeOfParallelism;
        int wanted = PanelGrid.Quotient(threads == 1 ? 1 : BlocksOfThread * threads, shape.Groups * _channelBlocks);
        int blocks = Math.Clamp(wanted, PanelGrid.Quotient(_panels, PanelsOfBlock), _panels);
        _panelsOfBlock = PanelGrid.Quotient(_panels, blocks);
        _panelBlocks = PanelGrid.Quotient(_panels, _panelsOfBlock);
    }

    /// <summary>The inputs, a row for each row of the batch.</summary>
    public required Matrix Source { get; init; }

    /// <summary>What <see cref="GradientTransposition"/> wrote.</summary>
    public required float* Gradients { get; init; }

    /// <summary>[units x channels · taps]; written.</summary>
    public required float* WeightGradients { get; init; }

    /// <summary>Whether the sums are added to what stands there.</summary>
    public required bool IsAdded { get; init; }

    /// <inheritdoc/>
    public ScratchPlaces Scratch { get; init; }

    /// <summary>The number of blocks.</summary>
    public int Count => _shape.Groups * _channelBlocks * _panelBlocks;

    /// <summary>The floats of a place: what is gathered, the sums of a piece and of all, and what the gatherer needs.</summary>
    public long ScratchSize => GatheredSize + (2 * SumsSize) + TapGather.ScratchSize(in _shape, Source.Rows);

    private int Rows => _channelsOfBlock * _shape.Taps;

    private long GatheredSize => ((long)Rows * RowLayout.Stride(TapGather.PositionsOfBlock)) + RowLayout.CacheLine;

    private long SumsSize => (long)Rows * _panelsOfBlock * MatrixProduct.PanelWidth;

    private int RowsOfPiece => PanelGrid.Quotient(PositionsOfPiece, _shape.Positions);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* gathered = Scratch.Take();
        float* totals = gathered + GatheredSize;
        float* sums = totals + SumsSize;
        var gather = new TapGather(in _shape, Source, sums + SumsSize);
        for (int block = start; block < end; block++)
        {
            // What is gathered for the units is gathered once where they are few enough for one block.
            (int rest, int panelBlock) = Math.DivRem(block, _panelBlocks);
            (int group, int channelBlock) = Math.DivRem(rest, _channelBlocks);
            int channel = channelBlock * _channelsOfBlock;
            int channels = Math.Min(_channelsOfBlock, _shape.SourceChannels - channel);
            int panel = panelBlock * _panelsOfBlock;
            int panels = Math.Min(_panelsOfBlock, _panels - panel);
            Add(ref gather, group, channel, channels, panel, panels, gathered, sums, totals);
            Write(totals, group, channel * _shape.Taps, channels * _shape.Taps, panel, panels);
        }

        Scratch.Return(gathered);
    }

    private void Add(
        ref TapGather gather, int group, int channel, int channels, int panel, int panels, float* gathered, float* sums, float* totals)
    {
        int width = MatrixProduct.PanelWidth;
        int rows = channels * _shape.Taps;
        int positions = _shape.Positions;
        int length = rows * panels * width;
        nint panelSize = (nint)Source.Rows * positions * width;
        float* gradients = Gradients + ((((nint)group * _panels) + panel) * panelSize);
        for (int row = 0; row < Source.Rows; row += RowsOfPiece)
        {
            int rowsOfPiece = Math.Min(RowsOfPiece, Source.Rows - row);
            int blockLength = TapGather.BlockLength(in _shape, rowsOfPiece, threads: 1);
            float* piece = row == 0 ? totals : sums;
            new Span<float>(piece, length).Clear();
            for (int block = 0; block < TapGather.Blocks(in _shape, rowsOfPiece, blockLength); block++)
            {
                (int first, int count) = TapGather.Block(in _shape, rowsOfPiece, blockLength, block);
                first += row * positions;
                int stride = RowLayout.Stride(count);
                gather.Turn(first, count, stride);
                gather.Load((group * _shape.SourceChannels) + channel, channels);
                gather.Gather(0, gathered);
                for (int i = 0; i < panels; i++)
                {
                    MatrixProduct.AddPacked(
                        new Matrix(gathered, rows, count, stride),
                        gradients + (i * panelSize) + ((nint)first * width),
                        new Matrix(piece + ((nint)i * rows * width), rows, width, width));
                }
            }

            if (row > 0)
            {
                Add(sums, totals, length);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* values, float* sums, int length)
    {
        for (int i = 0; i < length; i += Vector256<float>.Count)
        {
            (Vector256.Load(sums + i) + Vector256.Load(values + i)).Store(sums + i);
        }
    }

    private void Write(float* totals, int group, int column, int columns, int panel, int panels)
    {
        int width = MatrixProduct.PanelWidth;
        for (int i = 0; i < panels; i++, totals += (nint)columns * width)
        {
            int unit = (panel + i) * width;
            int units = Math.Min(width, _shape.ResultChannels - unit);
            float* target = WeightGradients + ((((nint)group * _shape.ResultChannels) + unit) * _shape.Factors) + column;
            Write(totals, columns, units, target);
        }
    }

    /// <summary>Writes the sums of a panel, transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Write(float* totals, int columns, int units, float* target)
    {
        int width = MatrixProduct.PanelWidth;
        nint stride = _shape.Factors;
        int wholeColumns = columns & -Transpose.Rows;
        int wholeUnits = units & -Transpose.Columns;
        for (int unit = 0; unit < wholeUnits; unit += Transpose.Columns)
        {
            float* row = target + (unit * stride);
            for (int column = 0; column < wholeColumns; column += Transpose.Rows)
            {
                (Vector256<float> first, Vector256<float> second, Vector256<float> third, Vector256<float> fourth) =
                    Transpose.Read(totals + (column * width) + unit, width);
                Write(first, row + column);
                Write(second, row + stride + column);
                Write(third, row + (2 * stride) + column);
                Write(fourth, row + (3 * stride) + column);
            }

            WriteEach(totals, wholeColumns, columns, unit, unit + Transpose.Columns, target);
        }

        WriteEach(totals, 0, columns, wholeUnits, units, target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(Vector256<float> values, float* target) =>
        (IsAdded ? Vector256.Load(target) + values : values).Store(target);

    private void WriteEach(float* totals, int column, int endColumn, int unit, int endUnit, float* target)
    {
        for (; unit < endUnit; unit++)
        {
            float* row = target + ((nint)unit * _shape.Factors);
            for (int i = column; i < endColumn; i++)
            {
                float total = totals[(i * MatrixProduct.PanelWidth) + unit];
                row[i] = IsAdded ? row[i] + total : total;
            }
        }
    }
}
