using System;
using System.Linq;

namespace InitGen.Runtime.Tests.Kernels.Normalizations;

/// <summary>Normalization in scalar loops in double precision.</summary>
internal sealed class NormalizationReference
{
    public NormalizationReference(NormalizationCase one)
    {
        Outputs = new double[one.Inputs.Length];
        InputGradients = new double[one.Inputs.Length];
        ScaleGradients = new double[one.Scales.Length];
        ShiftGradients = new double[one.Shifts.Length];
        int Parameter(int i) => one.Shape.IsPerValue ? i % one.Size : i % one.Size / one.Positions;
        int Set(int i) => one.Groups == 0
            ? i % one.Size / one.Positions
            : (i / one.Size * one.Groups) + (i % one.Size / (one.Size / one.Groups));
        foreach (IGrouping<int, int> set in Enumerable.Range(0, one.Inputs.Length).GroupBy(Set))
        {
            double mean = one.IsCentered ? set.Average(i => (double)one.Inputs[i]) : 0;
            double inverse = 1 / Math.Sqrt(set.Average(i => Math.Pow(one.Inputs[i] - mean, 2)) + NormalizationCase.Epsilon);
            double Normalized(int i) => (one.Inputs[i] - mean) * inverse;
            double Gradient(int i) => (double)one.OutputGradients[i] * one.Scales[Parameter(i)];
            double meanGradient = one.IsCentered ? set.Average(Gradient) : 0;
            double meanProduct = set.Average(i => Gradient(i) * Normalized(i));
            foreach (int i in set)
            {
                Outputs[i] = (Normalized(i) * one.Scales[Parameter(i)]) + one.Shifts[Parameter(i)];
                InputGradients[i] = inverse * (Gradient(i) - meanGradient - (Normalized(i) * meanProduct));
                ScaleGradients[Parameter(i)] += one.OutputGradients[i] * Normalized(i);
                ShiftGradients[Parameter(i)] += one.OutputGradients[i];
            }
        }
    }

    public double[] Outputs { get; }

    public double[] InputGradients { get; }

    public double[] ScaleGradients { get; }

    public double[] ShiftGradients { get; }
}
