using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Copies of lines of a source with the zeros that stand around it, so that what meets a tap stands together: where positions are
/// a step apart, the places of each remainder by the step follow each other.</summary>
internal static unsafe class PaddedLines
{
    /// <summary>Copies some lines of a channel.</summary>
    /// <param name="shape">What is made of them.</param>
    /// <param name="channel">The channel in the source.</param>
    /// <param name="firstPlane">The first plane, counted from the first that anything meets.</param>
    /// <param name="planes">The number of planes.</param>
    /// <param name="firstLine">The first line of each plane, counted in the same way.</param>
    /// <param name="lines">The number of lines of a plane.</param>
    /// <param name="target">Written; lines that nothing meets are left as they are.</param>
    public static void Copy(in TapShape shape, float* channel, int firstPlane, int planes, int firstLine, int lines, float* target)
    {
        int length = shape.LineLength;
        TapAxis width = shape.Width;
        for (int plane = firstPlane; plane < firstPlane + planes; plane++)
        {
            int sourcePlane = shape.Depth.Low + plane;
            bool isPlane = sourcePlane >= 0 && sourcePlane < shape.Depth.Source;
            for (int line = firstLine; line < firstLine + lines; line++, target += length)
            {
                if ((shape.Depth.Taps == 1 && plane % shape.Depth.Step != 0) || (shape.Height.Taps == 1 && line % shape.Height.Step != 0))
                {
                    continue;
                }

                int sourceLine = shape.Height.Low + line;
                if (!isPlane || sourceLine < 0 || sourceLine >= shape.Height.Source)
                {
                    new Span<float>(target, length).Clear();
                    continue;
                }

                float* source = channel + ((((nint)sourcePlane * shape.Height.Source) + sourceLine) * width.Source);
                for (int phase = 0; phase < width.Phases; phase++)
                {
                    CopyPhase(source, width.Source, width.Low + phase, width.Step, target + (phase * width.PhaseLength), width.PhaseLength);
                }
            }
        }
    }

    private static void CopyPhase(float* source, int extent, int first, int step, float* target, int length)
    {
        int lead = Math.Clamp((-first + step - 1) / step, 0, length);
        int end = first >= extent ? lead : Math.Clamp(((extent - first - 1) / step) + 1, lead, length);
        for (int i = 0; i < lead; i++)
        {
            target[i] = 0;
        }

        if (step == 1)
        {
            Matrix.CopyRow(source + first + lead, target + lead, end - lead);
        }
        else
        {
            CopyApart(source + first + ((nint)lead * step), step, target + lead, end - lead);
        }

        for (int i = end; i < length; i++)
        {
            target[i] = 0;
        }
    }

    private static void CopyApart(float* source, nint step, float* target, int length)
    {
        int i = 0;
        for (; i <= length - 4; i += 4, source += 4 * step)
        {
            target[i] = source[0];
            target[i + 1] = source[step];
            target[i + 2] = source[2 * step];
            target[i + 3] = source[3 * step];
        }

        for (; i < length; i++, source += step)
        {
            target[i] = *source;
        }
    }
}
