using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels;

/// <summary>Takes a block of rows through a dense layer, a panel of its units at a time: the pre-activations of a panel stay in the
/// nearest cache until they have become activations and have been measured.</summary>
/// <typeparam name="TActivation">The type of the activation function φ.</typeparam>
internal readonly unsafe struct ForwardPanels<TActivation>
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

    /// <summary>One for each panel, added to; null where nothing is measured.</summary>
    public required LayerStatistics* Statistics { get; init; }

    /// <summary>One flag for each unit, set to −1 where it passes a gradient.</summary>
    public required int* ActiveUnits { get; init; }

    /// <summary>The number of panels of a layer.</summary>
    /// <param name="units">Its number of units.</param>
    public static int Count(int units) => (units + MatrixProduct.PanelWidth - 1) / MatrixProduct.PanelWidth;

    /// <summary>Computes some panels.</summary>
    /// <param name="start">The first panel.</param>
    /// <param name="end">The panel after the last.</param>
    public void Invoke(int start, int end)
    {
        int width = MatrixProduct.PanelWidth;
        int length = Signal.Rows * width;
        Workspace workspace = Workspace.OfThread;
        float* z = workspace.PanelPreActivations.Reserve(length);
        float* y = workspace.PanelActivations.Reserve(length);
        float* derivatives = workspace.PanelDerivatives.Reserve(length);
        for (int panel = start; panel < end; panel++)
        {
            int unit = panel * width;
            int units = Math.Min(width, Weights.Rows - unit);
            FillRows(z, width, Biases == null ? [] : new ReadOnlySpan<float>(Biases + unit, units));
            MatrixProduct.AddPanel(Signal, Weights.Part(unit, 0, units, Weights.Columns).Transposed, z, width);
            if (Statistics == null && Derivatives.Data == null)
            {
                ActivationKernel.Evaluate(Activation, z, y, length);
            }
            else
            {
                ActivationKernel.Evaluate(Activation, z, y, derivatives, length);
            }

            CopyTo(Activations, unit, units, y, width);
            if (Derivatives.Data != null) CopyTo(Derivatives, unit, units, derivatives, width);
            if (Statistics != null)
            {
                int values = Compact(z, width, units);
                Compact(y, width, units);
                Compact(derivatives, width, units);
                SignalMeasurement.Add(
                    ref Statistics[panel],
                    new ReadOnlySpan<float>(z, values),
                    new ReadOnlySpan<float>(y, values),
                    new ReadOnlySpan<float>(derivatives, values),
                    Saturation.Threshold(Activation),
                    new Span<int>(ActiveUnits + unit, units));
            }
        }
    }

    /// <summary>Writes the same values to every row of a panel, and 0 behind them.</summary>
    private void FillRows(float* panel, int width, ReadOnlySpan<float> values)
    {
        for (int row = 0; row < Signal.Rows; row++, panel += width)
        {
            var destination = new Span<float>(panel, width);
            values.CopyTo(destination);
            destination[values.Length..].Clear();
        }
    }

    private static void CopyTo(Matrix destination, int unit, int units, float* panel, int width)
    {
        for (int row = 0; row < destination.Rows; row++, panel += width)
        {
            new ReadOnlySpan<float>(panel, units).CopyTo(new Span<float>(destination.At(row, unit), units));
        }
    }

    /// <summary>Closes the gaps between the rows of a panel that is not full.</summary>
    /// <returns>The number of values.</returns>
    private int Compact(float* panel, int width, int units)
    {
        for (int row = 1; row < Signal.Rows && units < width; row++)
        {
            new ReadOnlySpan<float>(panel + (row * width), units).CopyTo(new Span<float>(panel + (row * units), units));
        }

        return Signal.Rows * units;
    }
}
