using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a dense layer, part by part: the pre-activations of a part stay in the nearest cache until they
/// have become activations and have been measured.</summary>
/// <typeparam name="TActivation">The type of the activation function φ.</typeparam>
internal readonly unsafe struct ForwardParts<TActivation> : IRangeOperation
    where TActivation : struct, IActivationOperator
{
    /// <summary>φ.</summary>
    public required TActivation Activation { get; init; }

    /// <summary>The inputs of the layer, [rows x inputs].</summary>
    public required Matrix Signal { get; init; }

    /// <summary>The weights, [units x inputs].</summary>
    public required Matrix Weights { get; init; }

    /// <summary>The biases, one a unit; null without.</summary>
    public required float* Biases { get; init; }

    /// <summary>φ(z), [rows x units]; written.</summary>
    public required Matrix Activations { get; init; }

    /// <summary>φ'(z), [rows x units], written; without data where nobody asks for it.</summary>
    public required Matrix Derivatives { get; init; }

    /// <summary>What is measured; nowhere where nothing is.</summary>
    public required PartMeasurements Measurements { get; init; }

    /// <summary>How the block is cut.</summary>
    public required PanelGrid Grid { get; init; }

    /// <summary>Places of <see cref="ScratchSize"/>.</summary>
    public required ScratchPlaces Scratch { get; init; }

    /// <summary>The floats of a place: a packed panel of weights, their biases, and z, φ(z) and φ'(z) of a part.</summary>
    /// <param name="grid">How the block is cut.</param>
    public static long ScratchSize(PanelGrid grid) =>
        MatrixProduct.PackedSize + (((3L * grid.RowsOfPart) + 1) * grid.Width);

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int width = Grid.Width;
        int length = Grid.RowsOfPart * width;
        float* packed = Scratch.Take();
        float* biases = packed + MatrixProduct.PackedSize;
        float* z = biases + width;
        float* y = z + length;
        float* derivatives = y + length;
        for (int part = start; part < end; part++)
        {
            (int row, int rows, int unit, int units) = Grid[part];
            var panel = new Matrix(z, rows, units, width);
            CopyBiases(unit, units, biases);
            MatrixProduct.ComputePanel(
                Signal.Part(row, 0, rows, Signal.Columns),
                Weights.Part(unit, 0, units, Weights.Columns).Transposed,
                start: new Matrix(biases, rows, units, rowStride: 0),
                product: panel,
                packed);

            Matrix activations = Activations.Part(row, unit, rows, units);
            if (!Measurements.IsEmpty)
            {
                int values = rows * width;
                ActivationKernel.Evaluate(Activation, Row(z, values), Row(y, values), Row(derivatives, values));
                new Matrix(y, rows, units, width).CopyTo(activations);
                Measurements.Add(
                    part, units, Compact(z, rows, units), Compact(y, rows, units), Compact(derivatives, rows, units),
                    Saturation.Threshold(Activation));
            }
            else if (Derivatives.Data != null)
            {
                ActivationKernel.Evaluate(Activation, panel, activations, Derivatives.Part(row, unit, rows, units));
            }
            else
            {
                ActivationKernel.Evaluate(Activation, panel, activations);
            }
        }

        Scratch.Return(packed);
    }

    /// <summary>Copies the biases of some units; 0 without, and behind them.</summary>
    private void CopyBiases(int unit, int units, float* destination)
    {
        var biases = new Span<float>(destination, Grid.Width);
        biases.Clear();
        if (Biases != null)
        {
            new ReadOnlySpan<float>(Biases + unit, units).CopyTo(biases);
        }
    }

    /// <summary>A whole panel as one row, in which vectors follow each other at once.</summary>
    private static Matrix Row(float* panel, int length) => new(panel, 1, length, length);

    /// <summary>Closes the gaps between the rows of a panel that is not full.</summary>
    /// <returns>The values without gaps.</returns>
    private Span<float> Compact(float* panel, int rows, int units)
    {
        if (units < Grid.Width)
        {
            new Matrix(panel, rows, units, Grid.Width).CopyTo(new Matrix(panel, rows, units, units));
        }

        return new Span<float>(panel, rows * units);
    }
}
