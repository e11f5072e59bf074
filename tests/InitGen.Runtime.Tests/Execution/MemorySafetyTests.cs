using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Vectors;
using InitGen.Runtime.Tests.Initialization;
using InitGen.Runtime.Tests.Kernels;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Kernels on memory that borders on pages that nobody may touch. One that strays ends the process, with its name on the stack
/// that the runtime prints.</summary>
[Collection(ExecutionCollection.Name)]
public sealed unsafe class MemorySafetyTests : IDisposable
{
    private readonly List<GuardedMemory> _memory = [];
    private readonly Random _random = new(1);

    public static bool IsSupported => GuardedMemory.IsSupported;

    public void Dispose()
    {
        foreach (IDisposable memory in _memory)
        {
            memory.Dispose();
        }
    }

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [InlineData(MemoryEdge.Start)]
    [InlineData(MemoryEdge.End)]
    public void Guarded_memory_has_pages_without_access_on_both_sides(MemoryEdge edge)
    {
        nint address = Take(1500, edge).Address;
        nint neighbour = edge == MemoryEdge.Start ? address - 1 : address + (1500 * sizeof(float));
        Assert.Equal("rw-p", AccessTo(address));
        Assert.Equal("---p", AccessTo(neighbour));
    }

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [InlineData(MemoryEdge.Start)]
    [InlineData(MemoryEdge.End)]
    public void Every_kernel_stays_within_its_memory(MemoryEdge edge)
    {
        ChildProcess.AssertInstructions();
        using var _ = new Degree(3);
        Products(edge);
        Initializations(edge);
        Passes<OddShape, Tanh, Softmax>(edge);
        Passes<WideShape, Relu, Linear>(edge);
        Passes<PanelShape, Gelu, Mish>(edge);
        Passes<SmallestShape, Selu, Softplus>(edge);
        PackedPanels<Lanes4>(edge);
        PackedPanels<Lanes8>(edge);
        PackedPanels<Lanes16>(edge);
    }

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task Every_kernel_stays_within_its_memory_on_machines_without(string setting, LaneKind expectedLanes) =>
        ChildProcess.RunWithout(typeof(MemorySafetyTests), nameof(Every_kernel_stays_within_its_memory), 2, setting, expectedLanes);

    /// <summary>How the process may use the page of an address, as the system says.</summary>
    private static string? AccessTo(nint address)
    {
        foreach (string[] fields in File.ReadLines("/proc/self/maps").Select(line => line.Split('-', ' ')))
        {
            // "start-end rwxp …", where "-" also says that a right is missing.
            if (Hexadecimal(fields[0]) <= address && address < Hexadecimal(fields[1]))
            {
                return string.Join('-', fields[2..])[..4];
            }
        }

        return null;
    }

    private static nint Hexadecimal(string digits) => nint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void Products(MemoryEdge edge)
    {
        int[] lengths = [1, 2, 5, 6, 7, 8, 15, 16, 17, 31, 32, 33, 64, 100, 255, 256, 257];
        for (int trial = 0; trial < 60; trial++)
        {
            int rows = Pick(lengths);
            int columns = Pick(lengths);
            int depth = Pick(lengths);
            Matrix left = _random.Next(2) == 0 ? Take(rows, depth, edge) : Take(depth, rows, edge).Transposed;
            Matrix right = _random.Next(2) == 0 ? Take(depth, columns, edge) : Take(columns, depth, edge).Transposed;
            MatrixProduct.Compute(new Product(left, right, Take(rows, columns, edge), isAdded: _random.Next(2) == 0));
        }
    }

    private void PackedPanels<TLanes>(MemoryEdge edge)
        where TLanes : struct, ILanes<TLanes>
    {
        int width = 2 * TLanes.Count;
        for (int trial = 0; trial < 50; trial++)
        {
            int rows = _random.Next(1, 20);
            int columns = _random.Next(1, width + 1);
            int depth = _random.Next(1, 600);
            Matrix right = _random.Next(2) == 0 ? Take(depth, columns, edge) : Take(columns, depth, edge).Transposed;
            Matrix product = Take(rows, width, edge);
            Matrix start = _random.Next(2) == 0 ? product : new Matrix(Take(1, width, edge).Data, rows, columns, rowStride: 0);
            float* packed = Take(MatrixProduct.PackedSize / MatrixProduct.PanelWidth * width, edge).Pointer;
            MatrixProduct.ComputePanel<TLanes>(Take(rows, depth, edge), right, start, product, packed);
        }
    }

    private void Initializations(MemoryEdge edge)
    {
        foreach (EveryInitializer.Initializer initialize in EveryInitializer.ByName.Values)
        {
            for (int trial = 0; trial < 8; trial++)
            {
                int rows = _random.Next(1, 150);
                int columns = _random.Next(1, 150);
                initialize(Take(rows * columns, edge).GetSpan(), rows, columns, 1, 2);
            }
        }
    }

    private void Passes<TShape, THidden, TOutput>(MemoryEdge edge)
        where TShape : ITestShape
        where THidden : struct, IActivationOperator
        where TOutput : struct, IActivationOperator
    {
        int inputSize = TestNetwork<TShape, THidden, TOutput>.InputSize;
        int outputSize = TestNetwork<TShape, THidden, TOutput>.OutputSize;
        int parameterCount = TestNetwork<TShape, THidden, TOutput>.ParameterCount;
        var network = TestNetwork<TShape, THidden, TOutput>.Create(Take(parameterCount, edge).Memory);
        network.Initialize(1);
        foreach (int batch in new[] { 1, 6, _random.Next(2, 50) })
        {
            Span<float> inputs = Take(batch * inputSize, edge).GetSpan();
            Span<float> outputGradients = Take(batch * outputSize, edge).GetSpan();
            network.Forward(inputs, Take(batch * outputSize, edge).GetSpan());
            network.MeasureForward(inputs, new LayerStatistics[TestNetwork<TShape, THidden, TOutput>.Layers.Length]);
            network.Backward(inputs, outputGradients, Take(parameterCount, edge).GetSpan());
            network.MeasureBackward(
                inputs, outputGradients, new GradientStatistics[TestNetwork<TShape, THidden, TOutput>.Layers.Length]);
        }
    }

    private int Pick(int[] values) => values[_random.Next(values.Length)];

    private Matrix Take(int rows, int columns, MemoryEdge edge) => new(Take(rows * columns, edge).Pointer, rows, columns, columns);

    private GuardedMemory Take(int length, MemoryEdge edge)
    {
        var memory = new GuardedMemory(length, edge);
        _memory.Add(memory);
        memory.GetSpan().Fill(0.1f);
        return memory;
    }
}
