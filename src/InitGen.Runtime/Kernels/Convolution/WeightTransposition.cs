using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Writes the weights of a convolution in the order in which the gradients of its inputs need them: for each part of these a
/// matrix [channels x units · taps of the part].</summary>
/// <param name="shape">The convolution.</param>
/// <param name="weights">The weights, [units x channels · taps].</param>
/// <param name="target">As many floats as there are weights; written.</param>
internal readonly unsafe ref struct WeightTransposition(ref readonly ConvolutionShape shape, float* weights, float* target)
    : IRangeOperation
{
    /// <summary>The channels of a part: what is read of a unit at a time is some cache lines.</summary>
    private const int ChannelsOfPart = 16;

    private const int WorkOfThread = 1 << 14;

    private readonly ref readonly ConvolutionShape _shape = ref shape;

    /// <summary>The number of parts.</summary>
    public int Count => _shape.Groups * PartsOfGroup;

    /// <summary>How many parts a thread should take at a time.</summary>
    public int Grain => Math.Max(1, WorkOfThread / (ChannelsOfPart * _shape.UnitsOfGroup * _shape.Taps));

    private int PartsOfGroup => PanelGrid.Quotient(_shape.ChannelsOfGroup, ChannelsOfPart);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        const int MostTaps = 256;
        int* places = stackalloc int[Math.Min(_shape.Taps, MostTaps)];
        int phases = TapShape.InputGradientPhases(in _shape);
        float* matrix = target;
        for (int phase = 0; phase < phases; phase++)
        {
            TapShape part = TapShape.OfInputGradients(in _shape, phase);
            int taps = part.Taps;
            if (taps == 0)
            {
                continue;
            }

            bool isTable = taps <= MostTaps;
            if (isTable)
            {
                part.WriteKernelPlaces(in _shape, places);
            }

            for (int i = start; i < end; i++)
            {
                (int group, int partOfGroup) = Math.DivRem(i, PartsOfGroup);
                int channel = partOfGroup * ChannelsOfPart;
                Copy(in part, group, channel, Math.Min(ChannelsOfPart, _shape.ChannelsOfGroup - channel), matrix, isTable ? places : null);
            }

            matrix += (nint)_shape.Channels * part.Factors;
        }
    }

    private void Copy(in TapShape part, int group, int channel, int channels, float* matrix, int* places)
    {
        int taps = part.Taps;
        int length = _shape.Taps;
        for (int unit = 0; unit < _shape.UnitsOfGroup; unit++)
        {
            float* source = weights + (((((nint)group * _shape.UnitsOfGroup) + unit) * _shape.ChannelsOfGroup) + channel) * length;
            float* row = matrix + ((((nint)group * _shape.ChannelsOfGroup) + channel) * part.Factors) + ((nint)unit * taps);
            for (int i = 0; i < channels; i++, source += length, row += part.Factors)
            {
                if (taps == length)
                {
                    Matrix.CopyRow(source, row, taps);
                }
                else if (places != null)
                {
                    for (int tap = 0; tap < taps; tap++)
                    {
                        row[tap] = source[places[tap]];
                    }
                }
                else
                {
                    CopyTaps(in part, source, row);
                }
            }
        }
    }

    private void CopyTaps(in TapShape part, float* source, float* row)
    {
        for (int depth = 0; depth < part.Depth.Taps; depth++)
        {
            int plane = (part.Depth.FirstTap + (depth * part.Depth.TapStride)) * _shape.Height.Window.Kernel;
            for (int height = 0; height < part.Height.Taps; height++)
            {
                int line = (plane + part.Height.FirstTap + (height * part.Height.TapStride)) * _shape.Width.Window.Kernel;
                for (int width = 0; width < part.Width.Taps; width++)
                {
                    *row++ = source[line + part.Width.FirstTap + (width * part.Width.TapStride)];
                }
            }
        }
    }
}
