using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Kernels.Convolutions;
using InitGen.Kernels.Matrices;

namespace InitGen.Runtime.Tests.Kernels.Convolutions;

/// <summary>A convolution of a batch, or a transposed one, with its values.</summary>
internal sealed unsafe class ConvolutionCase
{
    /// <summary>A case, a transposed one where it has output paddings.</summary>
    public ConvolutionCase(
        string name, int rows, int channels, int units, int groups, int[] extents, Window[] windows, params int[] outputPaddings)
    {
        Name = name;
        Rows = rows;
        Groups = groups;
        Windows = windows;
        OutputPaddings = outputPaddings;
        Input = new Shape(channels, extents);
        Output = new Shape(units, [.. extents.Select((extent, axis) => IsTransposed
            ? ((extent - 1) * windows[axis].Stride) - (2 * windows[axis].Padding) + (windows[axis].Dilation * (windows[axis].Kernel - 1)) + 1 + outputPaddings[axis]
            : windows[axis].OutputOf(extent))]);
        WeightCount = units * (channels / groups) * windows.Aggregate(1, (taps, window) => taps * window.Kernel);
        Inputs = TestLayers.NormalValues(rows * (int)Input.Size, seed: 1);
        Weights = TestLayers.NormalValues(WeightCount, seed: 2);
        Biases = TestLayers.NormalValues(units, seed: 3);
        OutputGradients = TestLayers.NormalValues(rows * (int)Output.Size, seed: 4);
    }

    /// <summary>Odd sizes, groups, dilation, strides, output padding, windows that are not alike, one to three axes, batches of one and of odd
    /// numbers.</summary>
    public static IReadOnlyDictionary<string, ConvolutionCase> All { get; } = new ConvolutionCase[]
    {
        new("one value", 1, 1, 1, 1, [1], [new(1)]),
        new("one axis", 3, 5, 7, 1, [17], [new(3, 1, 1)]),
        new("one axis, longer than a block", 2, 3, 9, 1, [541], [new(5, 2, 3)]),
        new("one axis with dilation", 5, 6, 8, 2, [23], [new(3, 1, 2, 2)]),
        new("one axis, many taps", 1, 2, 7, 1, [700], [new(300, 1, 7)]),
        new("3 x 3", 3, 7, 13, 1, [9, 11], [new(3, 1, 1), new(3, 1, 1)]),
        new("3 x 3 on tiny maps", 7, 67, 31, 1, [3, 3], [new(3, 1, 1), new(3, 1, 1)]),
        new("3 x 3 on large maps", 2, 3, 66, 1, [24, 25], [new(3, 1, 1), new(3, 1, 1)]),
        new("3 x 3 with stride 2", 3, 8, 10, 1, [12, 13], [new(3, 2, 1), new(3, 2, 1)]),
        new("7 x 7 with stride 2", 2, 3, 20, 1, [37, 41], [new(7, 2, 3), new(7, 2, 3)]),
        new("1 x 1", 3, 35, 41, 1, [5, 7], [new(1), new(1)]),
        new("1 x 1 on large maps in groups", 2, 12, 18, 2, [17, 19], [new(1), new(1)]),
        new("1 x 1 with stride 2", 3, 16, 20, 1, [7, 8], [new(1, 2), new(1, 2)]),
        new("1 x 1 with padding", 2, 6, 7, 1, [4, 5], [new(1, 1, 1), new(1, 1, 2)]),
        new("windows that are not alike", 3, 6, 9, 3, [13, 10], [new(2, 3, 1, 2), new(5, 1, 2)]),
        new("stride and dilation with a common divisor", 2, 5, 6, 1, [19, 15], [new(3, 4, 3, 2), new(2, 3, 0, 6)]),
        new("more stride than kernel", 2, 5, 6, 1, [14, 9], [new(2, 5, 1), new(1, 3, 0)]),
        new("more padding than kernel", 2, 5, 6, 1, [4, 3], [new(2, 1, 3), new(3, 2, 4)]),
        new("three axes", 3, 5, 8, 1, [4, 5, 6], [new(3, 1, 1), new(2, 1, 0), new(3, 1, 1)]),
        new("three axes with strides", 2, 4, 6, 2, [7, 9, 8], [new(3, 2, 1), new(3, 1, 1, 2), new(2, 2, 1)]),
        new("three large axes", 1, 2, 7, 1, [6, 15, 14], [new(3, 1, 1), new(3, 1, 1), new(3, 1, 1)]),
        new("depthwise", 3, 9, 9, 9, [11, 13], [new(3, 1, 1), new(3, 1, 1)]),
        new("depthwise with stride 2", 2, 5, 5, 5, [15, 14], [new(3, 2, 1), new(5, 2, 2)]),
        new("depthwise along one axis", 3, 6, 6, 6, [150], [new(7, 1, 3)]),
        new("depthwise along three axes", 2, 4, 4, 4, [5, 6, 7], [new(3, 2, 1), new(3, 1, 1), new(2, 1, 1)]),
        new("depthwise with dilation", 2, 4, 8, 4, [12, 9], [new(3, 1, 2, 2), new(3, 3, 3, 3)]),
        new("small groups", 3, 8, 8, 4, [10, 9], [new(3, 1, 1), new(3, 2, 1)]),
        new("more channels than a block", 2, 300, 40, 1, [3, 4], [new(3, 1, 1), new(1)]),
        new("more units than a strip", 3, 10, 530, 1, [4, 3], [new(2, 1, 1), new(2)]),
        new("transposed, one value", 1, 1, 1, 1, [1], [new(1)], 0),
        new("transposed, one axis", 3, 5, 7, 1, [17], [new(3, 1, 1)], 0),
        new("transposed, one axis, longer than a block", 1, 3, 9, 1, [541], [new(5, 2, 3)], 1),
        new("transposed, one axis with dilation", 5, 6, 8, 2, [23], [new(3, 1, 2, 2)], 0),
        new("transposed, 3 x 3", 3, 7, 13, 1, [9, 11], [new(3, 1, 1), new(3, 1, 1)], 0, 0),
        new("transposed, 3 x 3 with stride 2", 3, 8, 10, 1, [7, 5], [new(3, 2, 1), new(3, 2, 1)], 0, 0),
        new("transposed, 3 x 3 with stride 2 and output padding", 3, 8, 10, 1, [7, 5], [new(3, 2, 1), new(3, 2, 1)], 1, 1),
        new("transposed, 4 x 4 with stride 2", 1, 20, 35, 1, [6, 7], [new(4, 2, 1), new(4, 2, 1)], 0, 0),
        new("transposed, 1 x 1", 3, 35, 41, 1, [5, 7], [new(1), new(1)], 0, 0),
        new("transposed, 1 x 1 with stride 2", 3, 16, 20, 1, [7, 8], [new(1, 2), new(1, 2)], 1, 0),
        new("transposed, 1 x 1 with dilation and output padding", 3, 6, 5, 1, [4, 5], [new(1, 1, 0, 3), new(1, 1, 0, 2)], 2, 1),
        new("transposed, output padding of more than the stride", 3, 6, 5, 1, [6, 5], [new(3, 2, 1, 5), new(2, 1, 0, 3)], 4, 2),
        new("transposed, windows that are not alike", 3, 6, 9, 3, [6, 7], [new(2, 3, 1, 2), new(5, 1, 2)], 2, 0),
        new("transposed, stride and dilation with a common divisor", 1, 5, 6, 1, [7, 9], [new(3, 4, 3, 2), new(2, 3, 0, 6)], 3, 4),
        new("transposed, more stride than kernel", 3, 5, 6, 1, [4, 5], [new(2, 5, 1), new(1, 3, 0)], 4, 2),
        new("transposed, more padding than kernel", 1, 5, 6, 1, [8, 9], [new(2, 1, 3), new(3, 2, 4)], 0, 0),
        new("transposed, three axes", 3, 5, 8, 1, [4, 5, 6], [new(3, 1, 1), new(2, 1, 0), new(3, 1, 1)], 0, 0, 0),
        new("transposed, three axes with strides", 1, 4, 6, 2, [3, 5, 4], [new(3, 2, 1), new(3, 1, 1, 2), new(2, 2, 1)], 1, 1, 1),
        new("transposed, depthwise", 3, 9, 9, 9, [5, 6], [new(3, 2, 1), new(3, 2, 1)], 1, 1),
        new("transposed, small groups", 3, 8, 8, 4, [10, 9], [new(3, 1, 1), new(3, 2, 1)], 0, 0),
        new("transposed, more channels than a block", 1, 300, 40, 1, [3, 4], [new(3, 1, 1), new(1)], 0, 0),
        new("transposed, more units than a strip", 3, 10, 530, 1, [4, 3], [new(2, 1, 1), new(2)], 0, 0),
    }.ToDictionary(one => one.Name);

    public string Name { get; }

    public int Rows { get; }

    public int Groups { get; }

    public Window[] Windows { get; }

    /// <summary>How many positions more come out of a transposed one, axis by axis; none of another.</summary>
    public int[] OutputPaddings { get; }

    public bool IsTransposed => OutputPaddings.Length > 0;

    public Shape Input { get; }

    public Shape Output { get; }

    public int WeightCount { get; }

    public float[] Inputs { get; }

    public float[] Weights { get; }

    public float[] Biases { get; }

    public float[] OutputGradients { get; }

    /// <summary>The convolution; the one that takes outputs to inputs, where it is transposed.</summary>
    public ConvolutionShape Shape => IsTransposed
        ? ConvolutionShape.Of(Output, Input, Windows, Groups)
        : ConvolutionShape.Of(Input, Output, Windows, Groups);

    /// <summary>What the kernels make of it.</summary>
    /// <param name="isAdded">Whether gradients are added to ones.</param>
    public ConvolutionResults Run(bool isAdded = false)
    {
        var inputs = new Batch(Rows, (int)Input.Size, Inputs);
        var outputGradients = new Batch(Rows, (int)Output.Size, OutputGradients);
        Batch outputs = Batch.Unwritten(Rows, (int)Output.Size);
        Batch inputGradients = Start(isAdded, Rows, (int)Input.Size);
        float[] weightGradients = Start(isAdded, 1, WeightCount).Values;
        float[] biasGradients = Start(isAdded, 1, Output.Units).Values;
        fixed (float* weights = Weights, biases = Biases)
        {
            Forward(inputs.Matrix, weights, biases, outputs.Matrix);
            BackwardInputs(outputGradients.Matrix, weights, inputGradients.Matrix, isAdded);
            BackwardParameters(inputs.Matrix, outputGradients.Matrix, weightGradients, biasGradients, isAdded);
        }

        return new ConvolutionResults(outputs.Values, inputGradients.Values, weightGradients, biasGradients);
    }

    public void Forward(Matrix inputs, float* weights, float* biases, Matrix outputs)
    {
        ConvolutionShape shape = Shape;
        if (IsTransposed)
        {
            TransposedConvolution.Forward(in shape, inputs, weights, biases, outputs);
        }
        else
        {
            Convolution.Forward(in shape, inputs, weights, biases, outputs);
        }
    }

    public void BackwardInputs(Matrix outputGradients, float* weights, Matrix inputGradients, bool isAdded)
    {
        ConvolutionShape shape = Shape;
        if (IsTransposed)
        {
            TransposedConvolution.BackwardInputs(in shape, outputGradients, weights, inputGradients, isAdded);
        }
        else
        {
            Convolution.BackwardInputs(in shape, outputGradients, weights, inputGradients, isAdded);
        }
    }

    public void BackwardParameters(
        Matrix inputs, Matrix outputGradients, Span<float> weightGradients, Span<float> biasGradients, bool isAdded)
    {
        ConvolutionShape shape = Shape;
        if (IsTransposed)
        {
            TransposedConvolution.BackwardWeights(in shape, inputs, outputGradients, weightGradients, isAdded);
            TransposedConvolution.BackwardBiases(in shape, outputGradients, biasGradients, isAdded);
        }
        else
        {
            Convolution.BackwardWeights(in shape, inputs, outputGradients, weightGradients, isAdded);
            Convolution.BackwardBiases(in shape, outputGradients, biasGradients, isAdded);
        }
    }

    private static Batch Start(bool isAdded, int rows, int columns) =>
        isAdded ? new(rows, columns, [.. Enumerable.Repeat(1f, rows * columns)]) : Batch.Unwritten(rows, columns);
}
