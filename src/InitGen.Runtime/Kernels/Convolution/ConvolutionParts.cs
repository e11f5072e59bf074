using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Computes the results of a convolution or of its way back, block by block of positions: each is one chain of fused multiply-adds
/// through the channels and taps in order. What the taps meet is gathered into panels that stay in the nearest cache.</summary>
internal readonly unsafe ref struct ConvolutionParts : IScratchOperation
{
    private const int ChannelsOfStrip = 256;
    private const int FewestChannels = 24;

    private readonly ref readonly TapShape _shape;
    private readonly int _strips;

    /// <summary>The parts of a convolution.</summary>
    /// <param name="shape">What is computed.</param>
    /// <param name="rows">The rows of the batch.</param>
    public ConvolutionParts(ref readonly TapShape shape, int rows)
    {
        _shape = ref shape;
        int threads = Execution.MaxDegreeOfParallelism;
        BlockLength = TapGather.BlockLength(in shape, rows, threads);
        Blocks = TapGather.Blocks(in shape, rows, BlockLength);

        // Each strip gathers for itself: there are more than memory asks for only where threads would have nothing to do.
        int wanted = PanelGrid.Quotient(threads, Blocks * shape.Groups);
        int possible = PanelGrid.Quotient(shape.ResultChannels, FewestChannels);
        _strips = Math.Max(PanelGrid.Quotient(shape.ResultChannels, ChannelsOfStrip), Math.Min(wanted, possible));
        Strip = PanelGrid.RoundUp(PanelGrid.Quotient(shape.ResultChannels, _strips), 2);
        _strips = PanelGrid.Quotient(shape.ResultChannels, Strip);
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
    public int Count => Blocks * _strips * _shape.Groups;

    /// <summary>The floats of a place: a panel, the sums and what the gatherer needs.</summary>
    public long ScratchSize => PanelSize + SumsSize + TapGather.ScratchSize(in _shape, Results.Rows);

    private int BlockLength { get; }

    private int Blocks { get; }

    private int Strip { get; }

    private long PanelSize => ((long)TapGather.ChannelsOfBlock(in _shape) * _shape.Taps * MatrixProduct.PanelWidth) + RowLayout.CacheLine;

    private long SumsSize => (long)Strip * TapGather.PositionsOfBlock;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* panel = Scratch.Take();
        float* sums = panel + PanelSize;
        var gather = new TapGather(in _shape, Source, sums + SumsSize);
        for (int part = start; part < end; part++)
        {
            // The strips of a block follow each other, while its lines are in the cache.
            (int rest, int strip) = Math.DivRem(part, _strips);
            (int block, int group) = Math.DivRem(rest, _shape.Groups);
            Compute(ref gather, block, group, strip * Strip, panel, sums);
        }

        Scratch.Return(panel);
    }

    private void Compute(ref TapGather gather, int block, int group, int first, float* panel, float* sums)
    {
        int width = MatrixProduct.PanelWidth;
        int count = Math.Min(Strip, _shape.ResultChannels - first);
        int channel = (group * _shape.ResultChannels) + first;
        (int position, int positions) = TapGather.Block(in _shape, Results.Rows, BlockLength, block);
        gather.Turn(position, positions, width);
        int panels = PanelGrid.Quotient(positions, width);
        for (int i = 0; i < panels; i++)
        {
            Matrix values = Panel(sums, i, count);
            if (IsAdded)
            {
                gather.Read(Results, channel, i, values);
            }
            else
            {
                for (int row = 0; row < count; row++)
                {
                    new Span<float>(values.Row(row), width).Fill(Biases == null ? 0 : Biases[channel + row]);
                }
            }
        }

        int step = TapGather.ChannelsOfBlock(in _shape);
        int taps = _shape.Taps;
        float* firstFactor = Factors.Row(first) + (group * GroupStride);
        var factors = new Matrix(firstFactor, count, Factors.Columns, Factors.RowStride, Factors.ColumnStride);
        for (int source = 0; source < _shape.SourceChannels; source += step)
        {
            int sources = Math.Min(step, _shape.SourceChannels - source);
            gather.Load((group * _shape.SourceChannels) + source, sources);
            for (int i = 0; i < panels; i++)
            {
                gather.Gather(i, panel);
                MatrixProduct.AddPacked(factors.Part(0, source * taps, count, sources * taps), panel, Panel(sums, i, count));
            }
        }

        for (int i = 0; i < panels; i++)
        {
            gather.Write(Panel(sums, i, count), i, Results, channel);
        }
    }

    private static Matrix Panel(float* sums, int panel, int rows)
    {
        int width = MatrixProduct.PanelWidth;
        return new Matrix(sums + ((nint)panel * rows * width), rows, width, width);
    }
}
