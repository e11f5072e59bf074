using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>What the kernels of all kinds end with: the activation function, its derivatives where they are recorded, and the measurement;
/// and on the way back the gradient through it. (Dense layers do it part by part of their product, while that is in the cache.)</summary>
internal static unsafe class Epilogue
{
    /// <summary>Makes activations of the pre-activations that stand where the layer's output shall be, and goes on to the next layer.</summary>
    /// <typeparam name="TActivation">The type of the activation function φ.</typeparam>
    /// <param name="pass">The block of rows.</param>
    /// <param name="info">What is known of the layer.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="activation">φ.</param>
    public static void Forward<TActivation>(ref ForwardPass pass, LayerInfo info, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        Matrix output = pass.Output;
        int positions = (int)info.Output.Positions;
        var grid = EpilogueParts<TActivation>.GridOf(output.Rows, info.Units, positions);
        PartMeasurements measurements = pass.Statistics.IsEmpty ? default : new(Workspace.OfThread, info, grid);
        int grain = EpilogueParts<TActivation>.Grain(grid, positions);
        int degree = ThreadTeam.Degree(grid.Count, grain);
        if (!measurements.IsEmpty || pass.Derivatives.Data != null || typeof(TActivation) != typeof(Linear))
        {
            ThreadTeam.For(grid.Count, grain, degree, new EpilogueParts<TActivation>
            {
                Activation = activation,
                Output = output,
                Derivatives = pass.Derivatives,
                Positions = positions,
                Measurements = measurements,
                Grid = grid,
                Scratch = new ScratchPlaces(
                    Workspace.OfThread.Scratch, measurements.IsEmpty ? 0 : EpilogueParts<TActivation>.ScratchSize(grid, positions), degree),
            });
        }

        if (!measurements.IsEmpty)
        {
            measurements.AddTo(ref pass.Statistics[layer], pass.Units, pass.FirstRow);
        }

        NormalizeRows<TActivation>(output);
        pass.Advance();
    }

    /// <summary>What follows φ and couples the values of a row.</summary>
    /// <typeparam name="TActivation">The type of φ.</typeparam>
    /// <param name="output">φ(z), [rows x values]; overwritten by the outputs.</param>
    public static void NormalizeRows<TActivation>(Matrix output)
        where TActivation : struct, IActivationOperator
    {
        for (int row = 0; row < output.Rows; row++)
        {
            TActivation.NormalizeRow(new Span<float>(output.Row(row), output.Columns));
        }
    }

    /// <summary>Computes the gradient of the pre-activations, and measures it.</summary>
    /// <typeparam name="TActivation">The type of the activation function φ.</typeparam>
    /// <param name="pass">The block of rows, at the layer.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="activation">φ.</param>
    /// <returns>dL/dz, [rows x values].</returns>
    public static Matrix Backward<TActivation>(ref BackwardPass pass, int layer, TActivation activation)
        where TActivation : struct, IActivationOperator
    {
        _ = activation; // its type says all
        Matrix gradients = pass.PreActivationGradient;
        int parts = GradientRows<TActivation>.Count(gradients.Rows);
        Span<GradientStatistics> measurements = pass.Statistics.IsEmpty ? default : Workspace.OfThread.PartGradientStatistics(parts);
        fixed (GradientStatistics* partStatistics = measurements)
        {
            ThreadTeam.For(parts, GradientRows<TActivation>.Grain(gradients.Columns), new GradientRows<TActivation>
            {
                ActivationGradients = pass.OutputGradient,
                Activations = pass.Output,
                Derivatives = pass.Derivatives,
                Gradients = gradients,
                Statistics = partStatistics,
            });
        }

        foreach (ref readonly GradientStatistics part in measurements)
        {
            pass.Statistics[layer].Merge(in part);
        }

        return gradients;
    }
}

/// <summary>Makes activations of the pre-activations of a block of rows, part by part.</summary>
/// <typeparam name="TActivation">The type of the activation function φ.</typeparam>
internal readonly unsafe struct EpilogueParts<TActivation> : IRangeOperation
    where TActivation : struct, IActivationOperator
{
    private const int ValuesOfPart = 1 << 13;
    private const int WorkOfThread = 1 << 15; // values, some 10 µs

    /// <summary>φ.</summary>
    public required TActivation Activation { get; init; }

    /// <summary>z, [rows x units·positions]; overwritten by φ(z).</summary>
    public required Matrix Output { get; init; }

    /// <summary>φ'(z), of the same shape, written; without data where nobody asks for it.</summary>
    public required Matrix Derivatives { get; init; }

    /// <summary>The number of positions of a unit, which stand together.</summary>
    public required int Positions { get; init; }

    /// <summary>What is measured; nowhere where nothing is.</summary>
    public required PartMeasurements Measurements { get; init; }

    /// <summary>How the block is cut, into rows and units.</summary>
    public required PanelGrid Grid { get; init; }

    /// <summary>Places of <see cref="ScratchSize"/>.</summary>
    public required ScratchPlaces Scratch { get; init; }

    /// <summary>How a block is cut: where units have many positions, into a row's units, else into rows.</summary>
    /// <param name="rows">The rows of the block.</param>
    /// <param name="units">The units of the layer.</param>
    /// <param name="positions">The positions of a unit.</param>
    public static PanelGrid GridOf(int rows, int units, int positions) => positions == 1
        ? new PanelGrid(rows, units, Math.Min(units, ValuesOfPart), Math.Max(1, ValuesOfPart / units))
        : new PanelGrid(rows, units, Math.Clamp(ValuesOfPart / positions, 1, units), 1);

    /// <summary>How many parts a thread should take at a time.</summary>
    /// <param name="grid">How the block is cut.</param>
    /// <param name="positions">The positions of a unit.</param>
    public static int Grain(PanelGrid grid, int positions) =>
        (int)Math.Max(1, WorkOfThread / ((long)grid.RowsOfPart * grid.Width * positions));

    /// <summary>The floats of a place: z, φ(z) and φ'(z) of a part.</summary>
    /// <param name="grid">How the block is cut.</param>
    /// <param name="positions">The positions of a unit.</param>
    public static long ScratchSize(PanelGrid grid, int positions) => 3 * PartSize(grid, positions);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        float* z = Measurements.IsEmpty ? null : Scratch.Take();
        float* y = z + PartSize(Grid, Positions);
        float* derivatives = y + PartSize(Grid, Positions);
        for (int part = start; part < end; part++)
        {
            (int row, int rows, int unit, int units) = Grid[part];
            Matrix values = Output.Part(row, unit * Positions, rows, units * Positions);
            if (!Measurements.IsEmpty)
            {
                int count = rows * values.Columns;
                values.CopyTo(new Matrix(z, rows, values.Columns, values.Columns));
                ActivationKernel.Evaluate(Activation, Row(z, count), Row(y, count), Row(derivatives, count));
                new Matrix(y, rows, values.Columns, values.Columns).CopyTo(values);
                Measurements.Add(
                    part, units, new Span<float>(z, count), new Span<float>(y, count), new Span<float>(derivatives, count),
                    Saturation.Threshold(Activation));
            }
            else if (Derivatives.Data != null)
            {
                Evaluate(values, Derivatives.Part(row, unit * Positions, rows, units * Positions));
            }
            else
            {
                Evaluate(values);
            }
        }

        if (z != null)
        {
            Scratch.Return(z);
        }
    }

    private static long PartSize(PanelGrid grid, int positions) =>
        PanelGrid.RoundUp(grid.RowsOfPart * grid.Width * positions, RowLayout.CacheLine);

    private static Matrix Row(float* values, int length) => new(values, 1, length, length);

    // In whole vectors but for the last, beyond which other parts stand.
    private void Evaluate(Matrix values)
    {
        float* last = stackalloc float[RowLayout.CacheLine];
        int whole = values.Columns / RowLayout.CacheLine * RowLayout.CacheLine;
        int rest = values.Columns - whole;
        ActivationKernel.Evaluate(Activation, values.Part(0, 0, values.Rows, whole), values.Part(0, 0, values.Rows, whole));
        for (int row = 0; rest > 0 && row < values.Rows; row++)
        {
            Matrix.CopyRow(values.At(row, whole), last, rest);
            ActivationKernel.Evaluate(Activation, Row(last, rest), Row(last, rest));
            Matrix.CopyRow(last, values.At(row, whole), rest);
        }
    }

    private void Evaluate(Matrix values, Matrix derivatives)
    {
        float* last = stackalloc float[2 * RowLayout.CacheLine];
        float* lastDerivatives = last + RowLayout.CacheLine;
        int whole = values.Columns / RowLayout.CacheLine * RowLayout.CacheLine;
        int rest = values.Columns - whole;
        Matrix start = values.Part(0, 0, values.Rows, whole);
        ActivationKernel.Evaluate(Activation, start, start, derivatives.Part(0, 0, values.Rows, whole));
        for (int row = 0; rest > 0 && row < values.Rows; row++)
        {
            Matrix.CopyRow(values.At(row, whole), last, rest);
            ActivationKernel.Evaluate(Activation, Row(last, rest), Row(last, rest), Row(lastDerivatives, rest));
            Matrix.CopyRow(last, values.At(row, whole), rest);
            Matrix.CopyRow(lastDerivatives, derivatives.At(row, whole), rest);
        }
    }
}
