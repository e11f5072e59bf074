using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Normalizations;

/// <summary>Normalization of batches, groups of channels and layers, to mean 0 and variance 1 or to a mean square of 1, and its way back.
/// Statistics are sums in double precision, in an order that depends on the shape alone: the same bits for every number of threads and
/// every vector width.</summary>
internal static unsafe class Normalization
{
    private const int WorkOfThread = 1 << 14; // values, some 10 µs

    /// <summary>Normalizes each set of inputs by its own statistics: (x − mean) / √(variance + ε) · scale + shift, the variance a mean over
    /// the values. Without centering, the mean counts as 0.</summary>
    /// <param name="shape">Which values belong to a set.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="isCentered">Whether the mean is subtracted; not for normalization by the root of the mean square.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="scales">One for each channel, or for each value; null for 1.</param>
    /// <param name="shifts">As many; null for 0.</param>
    /// <param name="outputs">[rows x channels · positions]; written, or without data. May be the inputs.</param>
    /// <param name="means">The mean of each set; written.</param>
    /// <param name="inverses">1 / √(variance + ε) of each set; written.</param>
    public static void Forward(
        in NormalizationShape shape,
        Matrix inputs,
        bool isCentered,
        double epsilon,
        float* scales,
        float* shifts,
        Matrix outputs,
        Span<double> means,
        Span<double> inverses)
    {
        fixed (double* meansOfSets = means, inversesOfSets = inverses)
        {
            Run(new NormalizedSets
            {
                Shape = shape,
                Inputs = inputs,
                Scales = scales,
                Shifts = shifts,
                Outputs = outputs,
                Means = meansOfSets,
                Inverses = inversesOfSets,
                IsMeasured = true,
                IsCentered = isCentered,
                Epsilon = epsilon,
            });
        }
    }

    /// <summary>Normalizes each set of inputs by given statistics.</summary>
    /// <param name="shape">Which values belong to a set.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="means">The mean of each set.</param>
    /// <param name="inverses">1 / √(variance + ε) of each set.</param>
    /// <param name="scales">One for each channel, or for each value; null for 1.</param>
    /// <param name="shifts">As many; null for 0.</param>
    /// <param name="outputs">[rows x channels · positions]; written. May be the inputs.</param>
    public static void Infer(
        in NormalizationShape shape,
        Matrix inputs,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> inverses,
        float* scales,
        float* shifts,
        Matrix outputs)
    {
        fixed (double* meansOfSets = means, inversesOfSets = inverses)
        {
            Run(new NormalizedSets
            {
                Shape = shape,
                Inputs = inputs,
                Scales = scales,
                Shifts = shifts,
                Outputs = outputs,
                Means = meansOfSets,
                Inverses = inversesOfSets,
                IsMeasured = false,
                IsCentered = true,
                Epsilon = 0,
            });
        }
    }

    /// <summary>Computes the gradients of inputs, scales and shifts.</summary>
    /// <param name="shape">Which values belong to a set.</param>
    /// <param name="inputs">[rows x channels · positions].</param>
    /// <param name="outputGradients">[rows x channels · positions].</param>
    /// <param name="isCentered">Whether the mean was subtracted.</param>
    /// <param name="means">The means that <see cref="Forward"/> wrote.</param>
    /// <param name="inverses">The inverses that it wrote.</param>
    /// <param name="scales">One for each channel, or for each value; null for 1.</param>
    /// <param name="inputGradients">[rows x channels · positions]; written, or without data. May be the output gradients where nothing is
    /// asked for of scales and shifts.</param>
    /// <param name="isInputAdded">Whether the gradients of inputs are added to what stands there.</param>
    /// <param name="scaleGradients">One for each scale; written, or empty.</param>
    /// <param name="shiftGradients">One for each shift; written, or empty.</param>
    /// <param name="isAdded">Whether the gradients of scales and shifts are added to what stands there.</param>
    public static void Backward(
        in NormalizationShape shape,
        Matrix inputs,
        Matrix outputGradients,
        bool isCentered,
        ReadOnlySpan<double> means,
        ReadOnlySpan<double> inverses,
        float* scales,
        Matrix inputGradients,
        bool isInputAdded,
        Span<float> scaleGradients,
        Span<float> shiftGradients,
        bool isAdded)
    {
        int sets = shape.Sets(inputs.Rows);
        int size = shape.Channels * shape.Positions;
        double* sums = shape.IsPerValue || shape.IsColumns ? null : Workspace.OfThread.Sums.Reserve(2L * inputs.Rows * shape.Channels);
        fixed (double* meansOfSets = means, inversesOfSets = inverses)
        fixed (float* gradientsOfScales = scaleGradients, gradientsOfShifts = shiftGradients)
        {
            var gradients = new SetGradients
            {
                Shape = shape,
                Inputs = inputs,
                Gradients = outputGradients,
                Scales = scales,
                Means = meansOfSets,
                Inverses = inversesOfSets,
                IsCentered = isCentered,
                InputGradients = inputGradients,
                IsAdded = isInputAdded,
                Sums = sums,
            };
            if (shape.IsColumns)
            {
                ThreadTeam.For(sets, ColumnGrain(sets, inputs.Rows), new ColumnGradients
                {
                    Sets = gradients,
                    ScaleGradients = gradientsOfScales,
                    ShiftGradients = gradientsOfShifts,
                    IsAdded = isAdded,
                });
                return;
            }

            ThreadTeam.For(sets, Grain(sets, inputs.Rows, size), gradients);
            if (gradientsOfScales == null && gradientsOfShifts == null)
            {
                return;
            }

            ThreadTeam.For(shape.Parameters, Grain(shape.Parameters, inputs.Rows, shape.Parameters), new ParameterSums
            {
                Shape = shape,
                Inputs = inputs,
                Gradients = outputGradients,
                Means = meansOfSets,
                Inverses = inversesOfSets,
                Sums = sums,
                ScaleGradients = gradientsOfScales,
                ShiftGradients = gradientsOfShifts,
                IsAdded = isAdded,
            });
        }
    }

    private static void Run(NormalizedSets sets)
    {
        int count = sets.Shape.Sets(sets.Inputs.Rows);
        if (sets.Shape.IsColumns)
        {
            ThreadTeam.For(count, ColumnGrain(count, sets.Inputs.Rows), new NormalizedColumns { Sets = sets });
            return;
        }

        ThreadTeam.For(count, Grain(count, sets.Inputs.Rows, sets.Inputs.Columns), sets);
    }

    /// <summary>How many columns a thread should take at a time: whole vectors, and cache lines that it need not share.</summary>
    private static int ColumnGrain(int columns, int rows) =>
        PanelGrid.RoundUp(Math.Min(columns, Grain(columns, rows, columns)), RowLayout.CacheLine);

    /// <summary>How many parts a thread should take at a time.</summary>
    private static int Grain(int parts, int rows, int values) =>
        (int)Math.Clamp(WorkOfThread * (long)parts / Math.Max(1, (long)rows * values), 1, int.MaxValue);
}
