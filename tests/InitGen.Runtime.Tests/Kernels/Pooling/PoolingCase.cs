using System.Collections.Generic;
using System.Linq;
using InitGen.Kernels.Pools;

namespace InitGen.Runtime.Tests.Kernels.Pools;

/// <summary>A pooling of a batch, with its values.</summary>
internal sealed unsafe class PoolingCase
{
    private PoolingCase(string name, int rows, int channels, int[] extents, Window[] windows)
    {
        Name = name;
        Rows = rows;
        Windows = windows;
        Input = new Shape(channels, extents);
        Output = new Shape(channels, [.. extents.Select((extent, axis) => windows[axis].OutputOf(extent))]);

        // Equal values, so that it counts which of them wins.
        Inputs = [.. TestLayers.NormalValues(rows * (int)Input.Size, seed: 1).Select(value => (int)(4 * value) / 4f)];
        OutputGradients = TestLayers.NormalValues(rows * (int)Output.Size, seed: 2);
    }

    public static IReadOnlyDictionary<string, PoolingCase> All { get; } = new PoolingCase[]
    {
        new("one value", 1, 1, [1], [new(1)]),
        new("one axis", 3, 5, [17], [new(3, 2, 1)]),
        new("2 x 2", 3, 5, [8, 9], [new(2, 2), new(2, 2)]),
        new("2 x 2 that meet all", 3, 5, [6, 28], [new(2, 2), new(2, 2)]),
        new("2 x 2 in short lines", 2, 5, [7, 14], [new(2, 2), new(2, 2)]),
        new("3 x 3 without padding", 2, 4, [9, 21], [new(3, 3), new(3, 1)]),
        new("lines of four", 2, 4, [5, 15], [new(1), new(3, 4)]),
        new("3 x 3 that overlap", 2, 7, [13, 12], [new(3, 2, 1), new(3, 2, 1)]),
        new("windows that fill vectors", 2, 3, [10, 43], [new(3, 1, 1), new(3, 2, 1)]),
        new("windows that are not alike", 5, 3, [11, 14], [new(2, 1, 1), new(5, 3, 2)]),
        new("gaps", 1, 4, [11, 14], [new(2, 3), new(1, 4)]),
        new("dilation", 2, 3, [15, 16], [new(3, 1, 1, 2), new(2, 2, 1, 3)]),
        new("three axes", 2, 3, [6, 7, 5], [new(2, 2), new(3, 1, 1), new(2, 1, 1)]),
        new("whole maps", 3, 6, [7, 9], [new(7), new(9)]),
        new("whole maps of three axes", 2, 3, [3, 4, 5], [new(3), new(4), new(5)]),
    }.ToDictionary(one => one.Name);

    public string Name { get; }

    public int Rows { get; }

    public Window[] Windows { get; }

    public Shape Input { get; }

    public Shape Output { get; }

    public bool HasDilation => Windows.Any(window => window.Dilation > 1);

    public float[] Inputs { get; }

    public float[] OutputGradients { get; }

    public PoolingShape Shape => PoolingShape.Of(Input, Output, Windows);

    /// <summary>What the kernels make of it: outputs, input gradients and, of maxima, winners.</summary>
    public float[][] Maximum(bool isAdded = false)
    {
        PoolingShape shape = Shape;
        var inputs = new Batch(Rows, (int)Input.Size, Inputs);
        var outputGradients = new Batch(Rows, (int)Output.Size, OutputGradients);
        Batch outputs = Batch.Unwritten(Rows, (int)Output.Size);
        Batch inputGradients = Start(isAdded);
        var winners = new int[OutputGradients.Length];
        fixed (int* winnersPointer = winners)
        {
            Pooling.MaxForward(in shape, inputs.Matrix, outputs.Matrix, winnersPointer);
            Pooling.MaxBackward(in shape, outputGradients.Matrix, winnersPointer, inputGradients.Matrix, isAdded);
        }

        return [outputs.Values, inputGradients.Values, [.. winners.Select(winner => (float)winner)]];
    }

    /// <summary>The same of means.</summary>
    public float[][] Average(bool countPadding, bool isAdded = false)
    {
        PoolingShape shape = Shape;
        var inputs = new Batch(Rows, (int)Input.Size, Inputs);
        var outputGradients = new Batch(Rows, (int)Output.Size, OutputGradients);
        Batch outputs = Batch.Unwritten(Rows, (int)Output.Size);
        Batch inputGradients = Start(isAdded);
        Pooling.AverageForward(in shape, inputs.Matrix, outputs.Matrix, countPadding);
        Pooling.AverageBackward(in shape, outputGradients.Matrix, inputGradients.Matrix, countPadding, isAdded);
        return [outputs.Values, inputGradients.Values];
    }

    private Batch Start(bool isAdded) => isAdded
        ? new(Rows, (int)Input.Size, [.. Enumerable.Repeat(1f, Inputs.Length)])
        : Batch.Unwritten(Rows, (int)Input.Size);
}
