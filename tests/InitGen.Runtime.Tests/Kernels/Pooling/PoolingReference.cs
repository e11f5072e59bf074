using System.Collections.Generic;
using System.Linq;

namespace InitGen.Runtime.Tests.Kernels.Pools;

/// <summary>Pooling in scalar loops.</summary>
internal sealed class PoolingReference
{
    private readonly PoolingCase _case;

    public PoolingReference(PoolingCase one, bool countPadding)
    {
        _case = one;
        Maxima = new float[one.OutputGradients.Length];
        Winners = new float[one.OutputGradients.Length];
        MaximumGradients = new double[one.Inputs.Length];
        Means = new double[one.OutputGradients.Length];
        MeanGradients = new double[one.Inputs.Length];
        for (int output = 0; output < Maxima.Length; output++)
        {
            int map = output / (int)one.Output.Positions * (int)one.Input.Positions;
            int[] places = [.. Places(output % (int)one.Output.Positions)];
            int[] met = [.. places.Where(place => place >= 0)];
            int winner = met.MaxBy(place => one.Inputs[map + place]);
            Maxima[output] = one.Inputs[map + winner];
            Winners[output] = winner;
            MaximumGradients[map + winner] += one.OutputGradients[output];
            int count = countPadding ? places.Length : met.Length;
            Means[output] = met.Sum(place => (double)one.Inputs[map + place]) / count;
            foreach (int place in met)
            {
                MeanGradients[map + place] += (double)one.OutputGradients[output] / count;
            }
        }
    }

    public float[] Maxima { get; }

    public float[] Winners { get; }

    public double[] MaximumGradients { get; }

    public double[] Means { get; }

    public double[] MeanGradients { get; }

    /// <summary>The places of the input that the taps of a position meet; -1 in the padding.</summary>
    private IEnumerable<int> Places(int position)
    {
        int taps = _case.Windows.Aggregate(1, (product, window) => product * window.Kernel);
        return Enumerable.Range(0, taps).Select(tap => Place(position, tap));
    }

    private int Place(int position, int tap)
    {
        int place = 0;
        int stride = 1;
        for (int axis = _case.Windows.Length - 1; axis >= 0; axis--)
        {
            Window window = _case.Windows[axis];
            int extent = _case.Input[axis];
            int i = (position % _case.Output[axis] * window.Stride) - window.Padding + (tap % window.Kernel * window.Dilation);
            position /= _case.Output[axis];
            tap /= window.Kernel;
            place = i < 0 || i >= extent ? -1 : place < 0 ? place : place + (i * stride);
            if (place < 0)
            {
                return -1;
            }

            stride *= extent;
        }

        return place;
    }
}
