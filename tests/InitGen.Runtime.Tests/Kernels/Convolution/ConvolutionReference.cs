using System;
using System.Linq;

namespace InitGen.Runtime.Tests.Kernels.Convolutions;

/// <summary>Convolutions in scalar loops: in double precision, and as the chains of fused multiply-adds that the kernels are said to
/// compute. What the kernel moves over are the inputs, or the outputs of a transposed one; what it meets there, the others.</summary>
internal sealed class ConvolutionReference
{
    private readonly ConvolutionCase _case;
    private readonly Shape _movedOver;
    private readonly Shape _met;
    private readonly int[] _extents = [1, 1, 1]; // of what the kernel moves over
    private readonly int[] _positions = [1, 1, 1];
    private readonly Window[] _windows = [new(1), new(1), new(1)];

    public ConvolutionReference(ConvolutionCase one)
    {
        _case = one;
        (_movedOver, _met) = one.IsTransposed ? (one.Output, one.Input) : (one.Input, one.Output);
        for (int axis = 0; axis < one.Windows.Length; axis++)
        {
            int place = 3 - one.Windows.Length + axis;
            _extents[place] = _movedOver[axis];
            _positions[place] = _met[axis];
            _windows[place] = one.Windows[axis];
        }

        Outputs = [.. one.OutputGradients.Select((_, i) => (double)one.Biases[i / (int)one.Output.Positions % one.Output.Units])];
        OutputChains = [.. Outputs.Select(start => (float)start)];
        InputGradients = new double[one.Inputs.Length];
        InputChains = new float[one.Inputs.Length];
        WeightGradients = new double[one.WeightCount];
        WeightChains = new float[one.WeightCount];
        BiasGradients = new double[one.Output.Units];
        ForEachTerm(AddTerm);
        AddPieces();
        for (int i = 0; i < one.OutputGradients.Length; i++)
        {
            BiasGradients[i / (int)one.Output.Positions % one.Output.Units] += one.OutputGradients[i];
        }
    }

    private delegate void Term(int movedOver, int weight, int met);

    public double[] Outputs { get; }

    public double[] InputGradients { get; }

    public double[] WeightGradients { get; }

    public double[] BiasGradients { get; }

    public float[] OutputChains { get; }

    public float[] InputChains { get; }

    public float[] WeightChains { get; }

    private void AddTerm(int movedOver, int weight, int met)
    {
        (int input, int output) = _case.IsTransposed ? (met, movedOver) : (movedOver, met);
        float x = _case.Inputs[input];
        float w = _case.Weights[weight];
        float gradient = _case.OutputGradients[output];
        Outputs[output] += (double)w * x;
        OutputChains[output] = MathF.FusedMultiplyAdd(w, x, OutputChains[output]);
        InputGradients[input] += (double)w * gradient;
        InputChains[input] = MathF.FusedMultiplyAdd(w, gradient, InputChains[input]);
        WeightGradients[weight] += (double)x * gradient;
    }

    /// <summary>Pieces of the batch have at least 512 positions.</summary>
    private void AddPieces()
    {
        (float[] movedOverValues, float[] metValues) =
            _case.IsTransposed ? (_case.OutputGradients, _case.Inputs) : (_case.Inputs, _case.OutputGradients);
        int rowsOfPiece = (int)Math.Ceiling(512.0 / _met.Positions);
        var chains = new float[((_case.Rows - 1) / rowsOfPiece) + 1, _case.WeightCount];
        ForEachTerm((movedOver, weight, met) =>
        {
            ref float chain = ref chains[met / (int)_met.Size / rowsOfPiece, weight];
            chain = MathF.FusedMultiplyAdd(movedOverValues[movedOver], metValues[met], chain);
        });
        for (int piece = 0; piece < chains.GetLength(0); piece++)
        {
            for (int i = 0; i < WeightChains.Length; i++)
            {
                WeightChains[i] += chains[piece, i];
            }
        }
    }

    /// <summary>Every product, those of a row and a unit in the order of channels, taps and positions: those of an input in that of units
    /// and taps, those of an output in that of channels and taps, and those of a weight in that of rows and positions. (The units of a transposed
    /// one are the channels that come in.)</summary>
    private void ForEachTerm(Term add)
    {
        int channels = _movedOver.Units / _case.Groups;
        int units = _met.Units / _case.Groups;
        for (int map = 0; map < _case.Rows * _met.Units; map++)
        {
            (int row, int unit) = Math.DivRem(map, _met.Units);
            for (int i = 0; i < channels * Taps; i++)
            {
                (int channel, int tap) = Math.DivRem(i, Taps);
                int start = ((row * _movedOver.Units) + (unit / units * channels) + channel) * (int)_movedOver.Positions;
                for (int position = 0; position < _met.Positions; position++)
                {
                    int place = Place(position, tap);
                    if (place >= 0)
                    {
                        add(start + place, (unit * channels * Taps) + i, (map * (int)_met.Positions) + position);
                    }
                }
            }
        }
    }

    private int Taps => _windows.Aggregate(1, (taps, window) => taps * window.Kernel);

    /// <summary>The place that a tap meets; -1 in the padding.</summary>
    private int Place(int position, int tap)
    {
        Span<int> places = [0, 0, 0];
        for (int axis = 2; axis >= 0; axis--)
        {
            Window window = _windows[axis];
            places[axis] = (position % _positions[axis] * window.Stride) - window.Padding + (tap % window.Kernel * window.Dilation);
            if (places[axis] < 0 || places[axis] >= _extents[axis])
            {
                return -1;
            }

            position /= _positions[axis];
            tap /= window.Kernel;
        }

        return (((places[0] * _extents[1]) + places[1]) * _extents[2]) + places[2];
    }
}
