using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace InitGen.Kernels.Convolutions;

/// <summary>Copies lines of a source with the zeros that stand around it, so that what meets a tap stands together: where positions are
/// a step apart, the places of each remainder by the step follow each other.</summary>
/// <param name="shape">What is made of the lines.</param>
internal readonly unsafe struct PaddedLines(in TapShape shape)
{
    private readonly int _planes = shape.Depth.Source;
    private readonly int _lowestPlane = shape.Depth.Low;

    // Only every so many planes and lines are met where there is one tap.
    private readonly int _planeStep = shape.Depth.Taps == 1 ? shape.Depth.Step : 1;
    private readonly int _lines = shape.Height.Source;
    private readonly int _lowestLine = shape.Height.Low;
    private readonly int _lineStep = shape.Height.Taps == 1 ? shape.Height.Step : 1;
    private readonly int _extent = shape.Width.Source;
    private readonly int _lowest = shape.Width.Low;
    private readonly int _step = shape.Width.Step;
    private readonly int _phases = shape.Width.Phases;
    private readonly int _phaseLength = shape.Width.PhaseLength;

    /// <summary>Copies some lines of a channel.</summary>
    /// <param name="channel">The channel in the source.</param>
    /// <param name="firstPlane">The first plane, counted from the first that anything meets; it is met itself.</param>
    /// <param name="planes">The number of planes.</param>
    /// <param name="firstLine">The first line of each plane, counted in the same way; it is met itself.</param>
    /// <param name="lines">The number of lines of a plane.</param>
    /// <param name="target">Written; lines that nothing meets are left as they are.</param>
    public void Copy(float* channel, int firstPlane, int planes, int firstLine, int lines, float* target)
    {
        nint length = (nint)_phases * _phaseLength;
        for (int plane = 0; plane < planes; plane += _planeStep)
        {
            int sourcePlane = _lowestPlane + firstPlane + plane;
            float* targetPlane = target + ((nint)plane * lines * length);
            if (sourcePlane < 0 || sourcePlane >= _planes)
            {
                new Span<float>(targetPlane, lines * (int)length).Clear();
                continue;
            }

            float* source = channel + ((nint)sourcePlane * _lines * _extent);
            CopyPlane(source, _lowestLine + firstLine, lines, targetPlane, length);
        }
    }

    /// <summary>Copies floats, the last ones in a vector that overlaps with the one before.</summary>
    /// <param name="source">The first float.</param>
    /// <param name="target">Written.</param>
    /// <param name="length">The number of floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CopyLine(float* source, float* target, int length)
    {
        if (length >= Vector256<float>.Count)
        {
            int last = length - Vector256<float>.Count;
            for (int i = 0; i < last; i += Vector256<float>.Count)
            {
                Vector256.Load(source + i).Store(target + i);
            }

            Vector256.Load(source + last).Store(target + last);
        }
        else if (length >= Vector128<float>.Count)
        {
            int last = length - Vector128<float>.Count;
            Vector128.Load(source).Store(target);
            Vector128.Load(source + last).Store(target + last);
        }
        else
        {
            for (int i = 0; i < length; i++)
            {
                target[i] = source[i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyPlane(float* plane, int firstLine, int lines, float* target, nint length)
    {
        for (int phase = 0; phase < _phases; phase++, target += _phaseLength)
        {
            int first = _lowest + phase;
            int lead = first >= 0 ? 0 : Math.Min((-first + _step - 1) / _step, _phaseLength);
            int end = first >= _extent ? lead : Math.Clamp(((_extent - first - 1) / _step) + 1, lead, _phaseLength);
            float* source = plane + first + ((nint)lead * _step);
            for (int line = 0; line < lines; line += _lineStep)
            {
                int sourceLine = firstLine + line;
                float* row = target + (line * length);
                if (sourceLine < 0 || sourceLine >= _lines)
                {
                    Clear(row, _phaseLength);
                    continue;
                }

                Clear(row, lead);
                float* values = source + ((nint)sourceLine * _extent);
                if (_step == 1)
                {
                    CopyLine(values, row + lead, end - lead);
                }
                else if (_step == 2)
                {
                    CopySecond(values, row + lead, end - lead);
                }
                else
                {
                    CopyApart(values, _step, row + lead, end - lead);
                }

                Clear(row + end, _phaseLength - end);
            }
        }
    }

    /// <summary>Clears a few floats; there are seldom more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(float* values, int length)
    {
        for (int i = 0; i < length; i++)
        {
            values[i] = 0;
        }
    }

    /// <summary>Copies every second float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopySecond(float* source, float* target, int length)
    {
        int i = 0;
        if (Sse.IsSupported)
        {
            // The float behind the last of a vector need not be there, unless another one follows.
            for (; i < length - Vector128<float>.Count; i += Vector128<float>.Count)
            {
                Vector128<float> first = Vector128.Load(source + (2 * i));
                Vector128<float> second = Vector128.Load(source + (2 * i) + Vector128<float>.Count);
                Sse.Shuffle(first, second, 0b10_00_10_00).Store(target + i);
            }
        }

        for (; i < length; i++)
        {
            target[i] = source[2 * i];
        }
    }

    private static void CopyApart(float* source, nint step, float* target, int length)
    {
        for (int i = 0; i < length; i++, source += step)
        {
            target[i] = *source;
        }
    }
}
