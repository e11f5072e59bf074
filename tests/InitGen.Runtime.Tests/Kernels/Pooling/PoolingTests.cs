using System;
using System.Linq;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Pools;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels.Pools;

[Collection(ExecutionCollection.Name)]
public unsafe class PoolingTests
{
    public static TheoryData<string> Cases => [.. PoolingCase.All.Keys];

    public static bool IsSupported => GuardedMemory.IsSupported;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_agree_with_scalar_loops(string name)
    {
        PoolingCase one = PoolingCase.All[name];
        foreach (bool countPadding in new[] { false, true })
        {
            var expected = new PoolingReference(one, countPadding);
            foreach (bool isAdded in new[] { false, true })
            {
                double start = isAdded ? 1 : 0;
                float[][] maximum = one.Maximum(isAdded);
                Assert.Equal(expected.Maxima, maximum[0]);
                Assert.Equal(expected.Winners, maximum[2]);
                Closeness.AssertClose(expected.MaximumGradients.Select(gradient => start + gradient), maximum[1], 1e-6);
                float[][] average = one.Average(countPadding, isAdded);
                Closeness.AssertClose(expected.Means, average[0], 1e-6);
                Closeness.AssertClose(expected.MeanGradients.Select(gradient => start + gradient), average[1], 1e-6);
            }
        }
    }

    [Fact]
    public void The_first_of_equal_values_wins_and_NaN_wins_over_numbers()
    {
        float[] values =
        [
            1, 2, 2, 0,
            1, float.NaN, 5, float.PositiveInfinity,
            float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity,
        ];
        PoolingShape shape = PoolingShape.Of(new Shape(3, 4), new Shape(3, 1), [new Window(4)]);
        var winners = new int[3];
        var outputs = new float[3];
        fixed (float* input = values, output = outputs)
        fixed (int* winnersPointer = winners)
        {
            Pooling.MaxForward(in shape, new Matrix(input, 1, 12, 12), new Matrix(output, 1, 3, 3), winnersPointer);
        }

        Assert.Equal([2, float.NaN, float.NegativeInfinity], outputs);
        Assert.Equal([1, 1, 0], winners);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void They_win_in_vectors_too(int stride)
    {
        float[] kinds = [0, 1, 1, 2, float.NaN, float.NegativeInfinity, float.PositiveInfinity];
        float[] values = [.. TestLayers.NormalValues(300, seed: 5).Select(value => kinds[(int)Math.Abs(value * 1000) % kinds.Length])];
        int count = ((values.Length - 3) / stride) + 1;
        PoolingShape shape = PoolingShape.Of(new Shape(1, values.Length), new Shape(1, count), [new Window(3, stride)]);
        var winners = new int[count];
        var outputs = new float[count];
        fixed (float* input = values, output = outputs)
        fixed (int* winnersPointer = winners)
        {
            Pooling.MaxForward(in shape, new Matrix(input, 1, 300, 300), new Matrix(output, 1, count, count), winnersPointer);
        }

        for (int i = 0; i < count; i++)
        {
            int winner = i * stride;
            for (int place = winner; place < (i * stride) + 3; place++)
            {
                winner = values[place] > values[winner] || float.IsNaN(values[place]) ? place : winner;
            }

            Assert.Equal(winner, winners[i]);
            Assert.Equal(values[winner], outputs[i]);
        }
    }

    [Fact]
    public void A_window_that_meets_nothing_has_no_winner_and_a_mean_of_0()
    {
        PoolingShape shape = PoolingShape.Of(new Shape(1, 2), new Shape(1, 4), [new Window(1, 1, 1)]);
        float[] values = [3, 4];
        var maxima = new float[4];
        var means = new float[4];
        var winners = new int[4];
        var gradients = new float[2];
        fixed (float* input = values, maximaPointer = maxima, meansPointer = means, target = gradients)
        fixed (int* winnersPointer = winners)
        {
            var inputs = new Matrix(input, 1, 2, 2);
            var inputGradients = new Matrix(target, 1, 2, 2);
            Pooling.MaxForward(in shape, inputs, new Matrix(maximaPointer, 1, 4, 4), winnersPointer);
            Pooling.AverageForward(in shape, inputs, new Matrix(meansPointer, 1, 4, 4), countPadding: false);
            Assert.Equal([float.NegativeInfinity, 3, 4, float.NegativeInfinity], maxima);
            Assert.Equal([-1, 0, 1, -1], winners);
            Assert.Equal([0, 3, 4, 0], means);
            Pooling.MaxBackward(in shape, new Matrix(meansPointer, 1, 4, 4), winnersPointer, inputGradients, isAdded: false);
            Assert.Equal([3, 4], gradients);
            Pooling.AverageBackward(in shape, new Matrix(meansPointer, 1, 4, 4), inputGradients, countPadding: false, isAdded: true);
            Assert.Equal([6, 8], gradients);
        }
    }

    [Fact]
    public void Maxima_are_the_same_where_nobody_asks_for_winners()
    {
        foreach (PoolingCase one in PoolingCase.All.Values)
        {
            PoolingShape shape = one.Shape;
            Batch outputs = Batch.Unwritten(one.Rows, (int)one.Output.Size);
            Pooling.MaxForward(in shape, new Batch(one.Rows, (int)one.Input.Size, one.Inputs).Matrix, outputs.Matrix, null);
            Assert.Equal(one.Maximum()[0], outputs.Values);
        }
    }

    [Fact]
    public void Results_have_the_same_bits_for_every_number_of_threads()
    {
        foreach (PoolingCase one in PoolingCase.All.Values)
        {
            float[][] expected;
            using (new Degree(1))
            {
                expected = [.. one.Maximum(), .. one.Average(countPadding: true)];
            }

            foreach (int degree in new[] { 2, 5 })
            {
                using var _ = new Degree(degree);
                Assert.Equal(expected, [.. one.Maximum(), .. one.Average(countPadding: true)]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_row_has_the_same_outputs_by_itself(string name)
    {
        PoolingCase one = PoolingCase.All[name];
        PoolingShape shape = one.Shape;
        var inputs = new Batch(one.Rows, (int)one.Input.Size, one.Inputs);
        Batch maxima = Batch.Unwritten(one.Rows, (int)one.Output.Size);
        Batch means = Batch.Unwritten(one.Rows, (int)one.Output.Size);
        for (int row = 0; row < one.Rows; row++)
        {
            Pooling.MaxForward(in shape, inputs.Row(row), maxima.Row(row), null);
            Pooling.AverageForward(in shape, inputs.Row(row), means.Row(row), countPadding: false);
        }

        Assert.Equal(one.Maximum()[0], maxima.Values);
        Assert.Equal(one.Average(countPadding: false)[0], means.Values);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        foreach (PoolingCase one in PoolingCase.All.Values)
        {
            var inputs = new Batch(one.Rows, (int)one.Input.Size, one.Inputs);
            var outputs = new Batch(one.Rows, (int)one.Output.Size, one.OutputGradients);
            var winners = new int[one.OutputGradients.Length];
            void RunAll()
            {
                PoolingShape shape = PoolingShape.Of(one.Input, one.Output, one.Windows);
                fixed (int* winnersPointer = winners)
                {
                    Pooling.MaxForward(in shape, inputs.Matrix, outputs.Matrix, winnersPointer);
                    Pooling.MaxBackward(in shape, outputs.Matrix, winnersPointer, inputs.Matrix, isAdded: true);
                    Pooling.AverageForward(in shape, inputs.Matrix, outputs.Matrix, countPadding: true);
                    Pooling.AverageBackward(in shape, outputs.Matrix, inputs.Matrix, countPadding: true, isAdded: true);
                }
            }

            RunAll();
            Assert.Equal(0, Allocation.OnThisThread(RunAll));
        }
    }

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [InlineData(MemoryEdge.Start)]
    [InlineData(MemoryEdge.End)]
    public void Nothing_is_read_or_written_outside(MemoryEdge edge)
    {
        using var _ = new Degree(3);
        foreach (PoolingCase one in PoolingCase.All.Values)
        {
            using var memory = new GuardedBatches(edge);
            PoolingShape shape = one.Shape;
            Matrix inputs = memory.Take(one.Rows, (int)one.Input.Size);
            Matrix outputs = memory.Take(one.Rows, (int)one.Output.Size);
            var winners = (int*)memory.Take(one.Rows, (int)one.Output.Size).Data;
            Pooling.MaxForward(in shape, inputs, outputs, winners);
            Pooling.MaxBackward(in shape, outputs, winners, inputs, isAdded: false);
            Pooling.AverageForward(in shape, inputs, outputs, countPadding: false);
            Pooling.AverageBackward(in shape, outputs, inputs, countPadding: false, isAdded: false);
        }
    }
}
