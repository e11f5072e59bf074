using System;
using System.Linq;
using InitGen.Kernels.Matrices;
using InitGen.Kernels.Normalizations;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels.Normalizations;

[Collection(ExecutionCollection.Name)]
public unsafe class NormalizationTests
{
    public static TheoryData<string> Cases => [.. NormalizationCase.All.Keys];

    public static TheoryData<string> CasesOfRows =>
        [.. NormalizationCase.All.Values.Where(one => !one.Shape.IsOverRows).Select(one => one.Name)];

    public static bool IsSupported => GuardedMemory.IsSupported;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_agree_with_scalar_loops_in_double_precision(string name)
    {
        NormalizationCase one = NormalizationCase.All[name];
        var expected = new NormalizationReference(one);
        foreach (bool isAdded in new[] { false, true })
        {
            NormalizationResults results = one.Run(isAdded);
            double start = isAdded ? 1 : 0;
            Closeness.AssertClose(expected.Outputs, results.Outputs, 1e-6);
            Closeness.AssertClose(expected.InputGradients.Select(gradient => start + gradient), results.InputGradients, 1e-6);
            Closeness.AssertClose(expected.ScaleGradients.Select(gradient => start + gradient), results.ScaleGradients, 1e-6);
            Closeness.AssertClose(expected.ShiftGradients.Select(gradient => start + gradient), results.ShiftGradients, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_scales_and_shifts_they_are_1_and_0(string name)
    {
        NormalizationCase one = NormalizationCase.All[name];
        NormalizationShape shape = one.Shape;
        var inputs = new Batch(one.Rows, one.Size, one.Inputs);
        var outputGradients = new Batch(one.Rows, one.Size, one.OutputGradients);
        float[] ones = [.. Enumerable.Repeat(1f, shape.Parameters)];
        var zeros = new float[shape.Parameters];
        var means = new double[shape.Sets(one.Rows)];
        var inverses = new double[means.Length];
        float[][] Results(float* scales, float* shifts)
        {
            NormalizationShape sets = one.Shape;
            Batch outputs = Batch.Unwritten(one.Rows, one.Size);
            Batch gradients = Batch.Unwritten(one.Rows, one.Size);
            Normalization.Forward(
                in sets, inputs.Matrix, one.IsCentered, NormalizationCase.Epsilon, scales, shifts, outputs.Matrix, means, inverses);
            Normalization.Backward(
                in sets, inputs.Matrix, outputGradients.Matrix, one.IsCentered, means, inverses, scales, gradients.Matrix,
                isInputAdded: false, [], [], isAdded: false);
            return [outputs.Values, gradients.Values];
        }

        fixed (float* scales = ones, shifts = zeros)
        {
            Assert.Equal(Results(scales, shifts), Results(null, null));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Given_statistics_make_the_same_outputs(string name)
    {
        NormalizationCase one = NormalizationCase.All[name];
        NormalizationShape shape = one.Shape;
        NormalizationResults expected = one.Run();
        var values = new Batch(one.Rows, one.Size, one.Inputs);
        fixed (float* scales = one.Scales, shifts = one.Shifts)
        {
            Normalization.Infer(in shape, values.Matrix, expected.Means, expected.Inverses, scales, shifts, values.Matrix);
        }

        Assert.Equal(expected.Outputs, values.Values);
    }

    [Fact]
    public void A_mean_far_from_0_costs_no_precision()
    {
        const int Count = 1000;
        NormalizationShape shape = NormalizationShape.OfBatch(channels: 1, Count);
        float[] values = [.. Enumerable.Range(0, Count).Select(i => 10000 + (i % 8 / 4f))];
        double mean = values.Average(value => (double)value);
        double inverse = 1 / Math.Sqrt(values.Average(value => Math.Pow(value - mean, 2)) + 1e-5);
        var batch = new Batch(1, Count, values);
        Normalization.Forward(in shape, batch.Matrix, isCentered: true, 1e-5, null, null, batch.Matrix, new double[1], new double[1]);
        Closeness.AssertClose(values.Select(value => (value - mean) * inverse), batch.Values, 1e-6);
    }

    [Fact]
    public void Results_have_the_same_bits_for_every_number_of_threads()
    {
        foreach (NormalizationCase one in NormalizationCase.All.Values)
        {
            NormalizationResults expected;
            using (new Degree(1))
            {
                expected = one.Run(isAdded: true);
            }

            foreach (int degree in new[] { 2, 5 })
            {
                using var _ = new Degree(degree);
                expected.AssertEqual(one.Run(isAdded: true));
            }
        }
    }

    [Theory]
    [MemberData(nameof(CasesOfRows))]
    public void A_row_that_is_normalized_by_itself_has_the_same_outputs_alone(string name)
    {
        NormalizationCase one = NormalizationCase.All[name];
        NormalizationShape shape = one.Shape;
        NormalizationResults expected = one.Run();
        var values = new Batch(one.Rows, one.Size, one.Inputs);
        var means = new double[shape.Sets(1)];
        var inverses = new double[means.Length];
        fixed (float* scales = one.Scales, shifts = one.Shifts)
        {
            for (int row = 0; row < one.Rows; row++)
            {
                Matrix matrix = values.Row(row);
                Normalization.Forward(
                    in shape, matrix, one.IsCentered, NormalizationCase.Epsilon, scales, shifts, matrix, means, inverses);
            }
        }

        Assert.Equal(expected.Outputs, values.Values);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        foreach (NormalizationCase one in NormalizationCase.All.Values)
        {
            NormalizationShape shape = one.Shape;
            var inputs = new Batch(one.Rows, one.Size, one.Inputs);
            var outputs = new Batch(one.Rows, one.Size, one.OutputGradients);
            var means = new double[shape.Sets(one.Rows)];
            var inverses = new double[means.Length];
            var gradients = new float[shape.Parameters];
            void RunAll()
            {
                NormalizationShape sets = one.Shape;
                fixed (float* scales = one.Scales)
                {
                    Normalization.Forward(
                        in sets, inputs.Matrix, one.IsCentered, NormalizationCase.Epsilon, scales, null, outputs.Matrix, means, inverses);
                    Normalization.Backward(
                        in sets, inputs.Matrix, outputs.Matrix, one.IsCentered, means, inverses, scales, inputs.Matrix,
                        isInputAdded: true, gradients, gradients, isAdded: true);
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
        foreach (NormalizationCase one in NormalizationCase.All.Values)
        {
            using var memory = new GuardedBatches(edge);
            NormalizationShape shape = one.Shape;
            Matrix inputs = memory.Take(one.Rows, one.Size);
            Matrix outputs = memory.Take(one.Rows, one.Size);
            Matrix scales = memory.Take(1, shape.Parameters);
            Matrix shifts = memory.Take(1, shape.Parameters);
            var means = new double[shape.Sets(one.Rows)];
            var inverses = new double[means.Length];
            Normalization.Forward(
                in shape, inputs, one.IsCentered, NormalizationCase.Epsilon, scales.Data, shifts.Data, outputs, means, inverses);
            Normalization.Infer(in shape, inputs, means, inverses, scales.Data, shifts.Data, outputs);
            Normalization.Backward(
                in shape, inputs, outputs, one.IsCentered, means, inverses, scales.Data, inputs, isInputAdded: true,
                new Span<float>(scales.Data, scales.Columns), new Span<float>(shifts.Data, shifts.Columns), isAdded: true);
        }
    }
}
