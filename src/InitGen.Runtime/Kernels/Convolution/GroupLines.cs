using System;
using System.Runtime.CompilerServices;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Copies the lines of groups, one after the other, to the same place, with the zeros that stand around them. Where positions
/// stand together, these are written once, since small maps are copied faster than what surrounds them is found.</summary>
internal readonly unsafe struct GroupLines
{
    private readonly bool _isPlain;
    private readonly int _channels;
    private readonly nint _sourcePositions;
    private readonly nint _channelSize;
    private readonly int _lineLength;
    private readonly int _extent;
    private readonly nint _sourceOffset;
    private readonly nint _targetOffset;
    private readonly int _lines;
    private readonly int _length;

    /// <summary>The lines of a convolution.</summary>
    /// <param name="shape">What is computed.</param>
    public GroupLines(in TapShape shape)
    {
        _isPlain = shape.Depth is { Source: 1, Span: 1, Low: 0 } && shape.Height.Step == 1 && shape.Width.Step == 1;
        _channels = shape.SourceChannels;
        _sourcePositions = shape.SourcePositions;
        _channelSize = DirectParts.ChannelSize(in shape);
        _lineLength = shape.LineLength;
        _extent = shape.Width.Source;
        (int firstLine, int line, _lines) = Met(shape.Height);
        (int first, int place, _length) = Met(shape.Width);
        _sourceOffset = ((nint)firstLine * _extent) + first;
        _targetOffset = ((nint)line * _lineLength) + place;
    }

    /// <summary>Makes all lines 0.</summary>
    /// <param name="shape">What is computed.</param>
    /// <param name="lines">Written.</param>
    public static void Clear(in TapShape shape, float* lines) => new Span<float>(lines, (int)DirectParts.LinesSize(in shape)).Clear();

    /// <summary>Copies the lines of a group.</summary>
    /// <param name="shape">What is computed.</param>
    /// <param name="source">The source.</param>
    /// <param name="row">The row of the batch.</param>
    /// <param name="group">The group.</param>
    /// <param name="lines">Written; cleared before the first group.</param>
    public void Copy(in TapShape shape, Matrix source, int row, int group, float* lines)
    {
        if (!_isPlain)
        {
            DirectParts.CopyLines(in shape, source, row, group, lines);
            return;
        }

        float* values = source.Row(row) + (group * _channels * _sourcePositions) + _sourceOffset;
        float* target = lines + _targetOffset;
        for (int i = 0; i < _channels; i++, values += _sourcePositions, target += _channelSize)
        {
            CopyChannel(values, target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyChannel(float* values, float* target)
    {
        for (int line = 0; line < _lines; line++, values += _extent, target += _lineLength)
        {
            PaddedLines.CopyLine(values, target, _length);
        }
    }

    /// <summary>What is met of the source.</summary>
    /// <returns>The first place, where it stands among all that are met, and how many there are.</returns>
    private static (int First, int Place, int Count) Met(TapAxis axis)
    {
        int first = Math.Max(0, axis.Low);
        return (first, first - axis.Low, Math.Max(0, Math.Min(axis.Source, axis.Low + axis.Span) - first));
    }
}
