using System.Collections.Generic;
using System.Linq;
using InitGen.Kernels.Normalizations;

namespace InitGen.Runtime.Tests.Kernels.Normalizations;

/// <summary>A normalization of a batch, with its values.</summary>
internal sealed unsafe class NormalizationCase
{
    public const double Epsilon = 1e-5;

    private NormalizationCase(string name, int rows, int channels, int positions, int groups, bool isPerValue, bool isCentered = true)
    {
        Name = name;
        Rows = rows;
        Channels = channels;
        Positions = positions;
        Groups = groups;
        IsCentered = isCentered;
        Shape = groups == 0
            ? NormalizationShape.OfBatch(channels, positions)
            : NormalizationShape.OfGroups(channels, positions, groups, isPerValue);
        Inputs = [.. TestLayers.NormalValues(rows * Size, seed: 1).Select((value, i) => (3 * value) + 5 + (i % 7))];
        OutputGradients = TestLayers.NormalValues(rows * Size, seed: 2);
        Scales = TestLayers.NormalValues(Shape.Parameters, seed: 3);
        Shifts = TestLayers.NormalValues(Shape.Parameters, seed: 4);
    }

    public static IReadOnlyDictionary<string, NormalizationCase> All { get; } = new NormalizationCase[]
    {
        new("batch of maps", 5, 7, 45, 0, false),
        new("batch of large maps", 3, 4, 1000, 0, false),
        new("batch of rows", 33, 19, 1, 0, false),
        new("batch of long rows", 9, 1100, 1, 0, false),
        new("batch of rows divided by the root of the mean square", 9, 43, 1, 0, false, isCentered: false),
        new("batch of one map", 1, 3, 17, 0, false),
        new("groups", 3, 12, 35, 4, false),
        new("a group for each channel", 2, 5, 64, 5, false),
        new("one group", 3, 6, 50, 1, false),
        new("groups of rows", 3, 12, 1, 3, false),
        new("layer", 7, 101, 1, 1, true),
        new("long layer", 5, 1100, 1, 1, true),
        new("layer of maps, a scale for each value", 3, 6, 35, 1, true),
        new("groups with a scale for each value", 2, 6, 11, 2, true),
        new("root of the mean square", 7, 101, 1, 1, true, isCentered: false),
        new("root of the mean square of maps", 3, 6, 35, 1, false, isCentered: false),
    }.ToDictionary(one => one.Name);

    public string Name { get; }

    public int Rows { get; }

    public int Channels { get; }

    public int Positions { get; }

    public int Groups { get; }

    public bool IsCentered { get; }

    public int Size => Channels * Positions;

    public NormalizationShape Shape { get; }

    public float[] Inputs { get; }

    public float[] OutputGradients { get; }

    public float[] Scales { get; }

    public float[] Shifts { get; }

    /// <summary>What the kernels make of it.</summary>
    /// <param name="isAdded">Whether gradients are added to ones.</param>
    public NormalizationResults Run(bool isAdded = false)
    {
        NormalizationShape shape = Shape;
        var inputs = new Batch(Rows, Size, Inputs);
        var outputGradients = new Batch(Rows, Size, OutputGradients);
        Batch outputs = Batch.Unwritten(Rows, Size);
        var inputGradients = new Batch(Rows, Size, Start(isAdded, Rows * Size));
        float[] scaleGradients = Start(isAdded, Scales.Length);
        float[] shiftGradients = Start(isAdded, Shifts.Length);
        var means = new double[shape.Sets(Rows)];
        var inverses = new double[means.Length];
        fixed (float* scales = Scales, shifts = Shifts)
        {
            Normalization.Forward(in shape, inputs.Matrix, IsCentered, Epsilon, scales, shifts, outputs.Matrix, means, inverses);
            Normalization.Backward(
                in shape, inputs.Matrix, outputGradients.Matrix, IsCentered, means, inverses, scales, inputGradients.Matrix, isAdded,
                scaleGradients, shiftGradients, isAdded);
        }

        return new NormalizationResults(outputs.Values, inputGradients.Values, scaleGradients, shiftGradients, means, inverses);
    }

    private static float[] Start(bool isAdded, int length) => [.. Enumerable.Repeat(isAdded ? 1 : float.NaN, length)];
}
