using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Writes the weights of a convolution in the order in which the gradients of its inputs need them: for each part of these a
/// matrix [channels x units · taps of the part].</summary>
internal readonly unsafe ref struct WeightTransposition : IRangeOperation
{
    /// <summary>The channels of a part: what is read of a unit at a time is some cache lines.</summary>
    private const int ChannelsOfPart = 16;

    /// <summary>How many units ahead of their use the weights are called for; they are too far apart for the hardware to see them
    /// coming.</summary>
    private const int PrefetchedUnits = 4;

    private const int WorkOfThread = 1 << 14;
    private const int NumbersOfTap = 3;

    private readonly ref readonly ConvolutionShape _shape;
    private readonly float* _weights;
    private readonly float* _target;

    // Of each tap: where its first weight goes, how far apart those of two units are, and those of two channels.
    private readonly long* _places;

    /// <summary>A transposition, with its table.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="weights">The weights, [units x channels · taps].</param>
    /// <param name="buffer">Where the matrices are written to, one after the other.</param>
    public WeightTransposition(ref readonly ConvolutionShape shape, float* weights, AlignedBuffer<float> buffer)
    {
        _shape = ref shape;
        _weights = weights;
        int table = PanelGrid.RoundUp(NumbersOfTap * shape.Taps * sizeof(long) / sizeof(float), RowLayout.CacheLine);
        long size = 0;
        for (int phase = 0; phase < TapShape.InputGradientPhases(in shape); phase++)
        {
            size += (long)shape.Channels * RowStride(TapShape.OfInputGradients(in shape, phase));
        }

        _places = (long*)buffer.Reserve(table + size);
        _target = (float*)_places + table;
        WriteTable();
    }

    /// <summary>The matrices, those of the parts that meet taps in order.</summary>
    public float* Matrices => _target;

    /// <summary>The number of parts.</summary>
    public int Count => _shape.Groups * PartsOfGroup;

    /// <summary>How many parts a thread should take at a time.</summary>
    public int Grain => Math.Max(1, WorkOfThread / (ChannelsOfPart * _shape.UnitsOfGroup * _shape.Taps));

    private int PartsOfGroup => PanelGrid.Quotient(_shape.ChannelsOfGroup, ChannelsOfPart);

    /// <summary>The distance between two rows of a matrix; those of neighbouring channels do not compete for places of the cache.</summary>
    /// <param name="part">The part of the gradients.</param>
    public static int RowStride(in TapShape part) => part.Taps == 0 ? 0 : RowLayout.Stride(part.Factors);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        for (int part = start; part < end; part++)
        {
            (int group, int partOfGroup) = Math.DivRem(part, PartsOfGroup);
            int channel = partOfGroup * ChannelsOfPart;
            int channels = Math.Min(ChannelsOfPart, _shape.ChannelsOfGroup - channel);
            float* source = _weights + ((nint)group * _shape.UnitsOfGroup * _shape.WeightsOfUnit) + ((nint)channel * _shape.Taps);
            if (TapShape.InputGradientPhases(in _shape) == 1)
            {
                nint rowStride = RowStride(TapShape.OfInputGradients(in _shape, 0));
                CopyAll(source, channels, _target + ((((nint)group * _shape.ChannelsOfGroup) + channel) * rowStride), rowStride);
            }
            else
            {
                CopyEach(source, ((nint)group * _shape.ChannelsOfGroup) + channel, channels);
            }
        }
    }

    private void WriteTable()
    {
        long first = 0;
        for (int phase = 0; phase < TapShape.InputGradientPhases(in _shape); phase++)
        {
            TapShape part = TapShape.OfInputGradients(in _shape, phase);
            for (int tap = 0; tap < part.Taps; tap++)
            {
                long* place = _places + (NumbersOfTap * part.KernelPlace(in _shape, tap));
                place[0] = first + tap;
                place[1] = part.Taps;
                place[2] = RowStride(in part);
            }

            first += (long)_shape.Channels * RowStride(in part);
        }
    }

    /// <summary>Copies all taps of a unit and a channel at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyAll(float* source, int channels, float* target, nint rowStride)
    {
        int taps = _shape.Taps;
        nint unitStride = _shape.WeightsOfUnit;
        for (int unit = 0; unit < _shape.UnitsOfGroup; unit++, source += unitStride, target += taps)
        {
            Prefetch(source + (PrefetchedUnits * unitStride), channels * taps);
            float* row = target;
            for (int channel = 0; channel < channels; channel++, row += rowStride)
            {
                Matrix.CopyRow(source + (channel * taps), row, taps);
            }
        }
    }

    /// <summary>Copies one tap of a unit at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyEach(float* source, nint firstChannel, int channels)
    {
        int taps = _shape.Taps;
        nint unitStride = _shape.WeightsOfUnit;
        for (int unit = 0; unit < _shape.UnitsOfGroup; unit++, source += unitStride)
        {
            Prefetch(source + (PrefetchedUnits * unitStride), channels * taps);
            for (int tap = 0; tap < taps; tap++)
            {
                long* place = _places + (NumbersOfTap * tap);
                float* target = _target + place[0] + (unit * place[1]) + (firstChannel * place[2]);
                for (int channel = 0; channel < channels; channel++, target += place[2])
                {
                    *target = source[(channel * taps) + tap];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* source, int length)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (int i = 0; i < length; i += RowLayout.CacheLine)
        {
            Sse.Prefetch0(source + i);
        }
    }
}
