using System;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Threading.Tasks;
using InitGen.Kernels;
using InitGen.Kernels.Matrices;
using InitGen.Runtime.Tests.Initialization;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels;

[Collection(ExecutionCollection.Name)]
public class DropoutMaskTests
{
    private const ulong Step = 0xFEDCBA9876543210;
    private const ulong Stream = 0x0123456789ABCDEF;

    public static bool IsSupported => GuardedMemory.IsSupported;

    /// <summary>Rows shorter than a group, not of whole groups, longer than a part, and those whose blocks' numbers pass 2³².</summary>
    public static TheoryData<int, int, long> Shapes => new()
    {
        { 1, 1, 0 },
        { 7, 63, 0 },
        { 5, 64, 3 },
        { 3, 200, 1 },
        { 2, 3001, 0 },
        { 4, 1500, (1L << 28) / 24 },
        { 3, 960, ((1L << 28) / 15) - 1 },
        { 2, 5, (1L << 40) + 17 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Values_are_multiplied_by_what_the_words_of_their_places_say(int rows, int columns, long firstRow)
    {
        foreach (double probability in new[] { 0, 0.25, 0.6, 1 - 1e-12 })
        {
            var mask = new DropoutMask(probability, Step, Stream, firstRow);
            var values = new Batch(rows, columns, TestLayers.NormalValues(rows * columns, seed: 1));
            Batch products = Batch.Unwritten(rows, columns);
            mask.Multiply(values.Matrix, products.Matrix, isAdded: false);
            float[] expected = Expected(mask, values.Values, columns);
            Assert.Equal(expected, products.Values);

            var sums = new Batch(rows, columns, [.. Enumerable.Repeat(1f, rows * columns)]);
            mask.Multiply(values.Matrix, sums.Matrix, isAdded: true);
            Assert.Equal(expected.Select(static product => 1 + product), sums.Values);
        }
    }

    [Fact]
    public void Products_have_the_same_bits_in_all_lanes_and_on_any_number_of_threads()
    {
        ChildProcess.AssertInstructions();
        var mask = new DropoutMask(0.4, Step, Stream, 5);
        var values = new Batch(40, 3001, TestLayers.NormalValues(40 * 3001, seed: 1));
        float[] expected = Expected(mask, values.Values, 3001);
        foreach (int degree in new[] { 1, 2, 5 })
        {
            using var _ = new Degree(degree);
            Batch products = Batch.Unwritten(40, 3001);
            mask.Multiply(values.Matrix, products.Matrix, isAdded: false);
            Assert.Equal(expected, products.Values);
        }
    }

    [Theory]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task They_are_the_same_on_machines_without(string setting, LaneKind expectedLanes) => ChildProcess.RunWithout(
        typeof(DropoutMaskTests), nameof(Products_have_the_same_bits_in_all_lanes_and_on_any_number_of_threads), 1, setting, expectedLanes);

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [InlineData(MemoryEdge.Start)]
    [InlineData(MemoryEdge.End)]
    public void Nothing_is_read_or_written_outside(MemoryEdge edge)
    {
        foreach ((int rows, int columns) in new[] { (1, 1), (3, 63), (2, 1025), (1, 3001) })
        {
            using var memory = new GuardedBatches(edge);
            Matrix values = memory.Take(rows, columns);
            Matrix products = memory.Take(rows, columns);
            new DropoutMask(0.5, Step, Stream, 0).Multiply(values, products, isAdded: false);
            new DropoutMask(0.5, Step, Stream, 0).Multiply(values, products, isAdded: true);
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var values = new Batch(20, 2000, TestLayers.NormalValues(20 * 2000, seed: 1));
        void Run() => new DropoutMask(0.5, Step, Stream, 0).Multiply(values.Matrix, values.Matrix, isAdded: false);
        Run();
        Assert.Equal(0, Allocation.OnThisThread(Run));
    }

    private static float[] Expected(DropoutMask mask, float[] values, int columns)
    {
        ulong wordsOfRow = (ulong)((columns + 63) / 64 * 64);
        float scale = (float)(1 / (1 - mask.Probability));
        return [.. values.Select((value, i) =>
        {
            (int row, int place) = Math.DivRem(i, columns);
            ulong word = ((ulong)(mask.FirstRow + row) * wordsOfRow) + (ulong)place;
            ulong block = (word / 64 * 16) + (word % 16);
            uint random = Philox4x32.Block(Vector128.Create(block, mask.Stream).AsUInt32(), mask.Step)[(int)(word / 16 % 4)];
            return value * (random < Math.Floor(mask.Probability * 4294967296) ? 0 : scale);
        })];
    }
}
