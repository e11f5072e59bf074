using System;
using InitGen.Kernels.Matrices;

namespace InitGen.Kernels.Convolutions;

/// <summary>Writes the gradients of a convolution's outputs as panels: for each group, and for each few of its units, a row for each
/// position of each row of the batch.</summary>
/// <param name="shape">The convolution.</param>
/// <param name="gradients">[rows x units · positions].</param>
/// <param name="target">As many floats as <see cref="Size"/>; written.</param>
internal readonly unsafe ref struct GradientTransposition(ref readonly ConvolutionShape shape, Matrix gradients, float* target)
    : IRangeOperation
{
    private const int WorkOfThread = 1 << 14;

    private readonly ref readonly ConvolutionShape _shape = ref shape;

    /// <summary>The number of parts.</summary>
    public int Count => gradients.Rows * _shape.Groups * Panels(in _shape);

    /// <summary>How many parts a thread should take at a time.</summary>
    public int Grain => Math.Max(1, WorkOfThread / (_shape.OutputPositions * MatrixProduct.PanelWidth));

    /// <summary>The panels of a group.</summary>
    /// <param name="shape">The convolution.</param>
    public static int Panels(in ConvolutionShape shape) => PanelGrid.Quotient(shape.UnitsOfGroup, MatrixProduct.PanelWidth);

    /// <summary>The floats of all panels.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="rows">The rows of the batch.</param>
    public static long Size(in ConvolutionShape shape, int rows) =>
        (long)shape.Groups * Panels(in shape) * rows * shape.OutputPositions * MatrixProduct.PanelWidth;

    /// <inheritdoc/>
    public void Invoke(int start, int end)
    {
        int width = MatrixProduct.PanelWidth;
        int positions = _shape.OutputPositions;
        int panels = Panels(in _shape);
        for (int part = start; part < end; part++)
        {
            (int panelOfAll, int row) = Math.DivRem(part, gradients.Rows);
            (int group, int panel) = Math.DivRem(panelOfAll, panels);
            int first = panel * width;
            int count = Math.Min(width, _shape.UnitsOfGroup - first);
            float* source = gradients.Row(row) + ((((nint)group * _shape.UnitsOfGroup) + first) * positions);
            Panel.Pack(
                new Matrix(source, positions, count, rowStride: 1, columnStride: positions),
                target + ((((nint)panelOfAll * gradients.Rows) + row) * positions * width),
                width);
        }
    }
}
