using System;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Kernels.Convolutions;
using InitGen.Kernels.Matrices;
using InitGen.Runtime.Tests.Initialization;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Kernels.Convolutions;

[Collection(ExecutionCollection.Name)]
public unsafe class ConvolutionTests
{
    public static TheoryData<string> Cases => [.. ConvolutionCase.All.Keys];

    public static bool IsSupported => GuardedMemory.IsSupported;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Results_agree_with_scalar_loops_in_double_precision(string name)
    {
        ConvolutionCase one = ConvolutionCase.All[name];
        var expected = new ConvolutionReference(one);
        foreach (bool isAdded in new[] { false, true })
        {
            ConvolutionResults results = one.Run(isAdded);
            double start = isAdded ? 1 : 0;
            Closeness.AssertClose(expected.Outputs, results.Outputs, 1e-5);
            Closeness.AssertClose(expected.InputGradients.Select(gradient => start + gradient), results.InputGradients, 1e-5);
            Closeness.AssertClose(expected.WeightGradients.Select(gradient => start + gradient), results.WeightGradients, 1e-5);
            Closeness.AssertClose(expected.BiasGradients.Select(gradient => start + gradient), results.BiasGradients, 1e-6);
        }
    }

    [Fact]
    public void Outputs_and_gradients_are_chains_of_fused_multiply_adds()
    {
        ChildProcess.AssertInstructions();
        foreach (ConvolutionCase one in ConvolutionCase.All.Values)
        {
            var expected = new ConvolutionReference(one);
            ConvolutionResults results = one.Run();
            Assert.Equal(expected.OutputChains, results.Outputs);
            Assert.Equal(expected.InputChains, results.InputGradients);
            TapShape taps = TapShape.OfOutputs(one.Shape);
            if (!DirectParts.IsFor(in taps))
            {
                Assert.Equal(expected.WeightChains, results.WeightGradients);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task They_are_the_same_chains_on_machines_without(string setting, LaneKind expectedLanes) =>
        ChildProcess.RunWithout(
            typeof(ConvolutionTests), nameof(Outputs_and_gradients_are_chains_of_fused_multiply_adds), 1, setting, expectedLanes);

    [Fact]
    public void Results_have_the_same_bits_for_every_number_of_threads()
    {
        foreach (ConvolutionCase one in ConvolutionCase.All.Values)
        {
            ConvolutionResults expected;
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
    [MemberData(nameof(Cases))]
    public void A_row_has_the_same_outputs_and_gradients_by_itself(string name)
    {
        ConvolutionCase one = ConvolutionCase.All[name];
        ConvolutionResults expected = one.Run();
        var inputs = new Batch(one.Rows, (int)one.Input.Size, one.Inputs);
        var outputGradients = new Batch(one.Rows, (int)one.Output.Size, one.OutputGradients);
        Batch outputs = Batch.Unwritten(one.Rows, (int)one.Output.Size);
        Batch inputGradients = Batch.Unwritten(one.Rows, (int)one.Input.Size);
        fixed (float* weights = one.Weights, biases = one.Biases)
        {
            for (int row = 0; row < one.Rows; row++)
            {
                one.Forward(inputs.Row(row), weights, biases, outputs.Row(row));
                one.BackwardInputs(outputGradients.Row(row), weights, inputGradients.Row(row), isAdded: false);
            }
        }

        Assert.Equal(expected.Outputs, outputs.Values);
        Assert.Equal(expected.InputGradients, inputGradients.Values);
    }

    // Some outputs of the last meet no tap.
    [Theory]
    [InlineData("3 x 3")]
    [InlineData("transposed, 3 x 3")]
    [InlineData("transposed, more stride than kernel")]
    public void Outputs_without_biases_start_at_0(string name)
    {
        ConvolutionCase one = ConvolutionCase.All[name];
        var inputs = new Batch(one.Rows, (int)one.Input.Size, one.Inputs);
        Batch outputs = Batch.Unwritten(one.Rows, (int)one.Output.Size);
        Batch expected = Batch.Unwritten(one.Rows, (int)one.Output.Size);
        var zeros = new float[one.Output.Units];
        fixed (float* weights = one.Weights, biases = zeros)
        {
            one.Forward(inputs.Matrix, weights, null, outputs.Matrix);
            one.Forward(inputs.Matrix, weights, biases, expected.Matrix);
        }

        Assert.Equal(expected.Values, outputs.Values);
    }

    [Theory]
    [InlineData("depthwise")]
    [InlineData("3 x 3")]
    [InlineData("transposed, 3 x 3")]
    public void An_empty_batch_has_weight_and_bias_gradients_of_0(string name)
    {
        ConvolutionCase one = ConvolutionCase.All[name];
        var inputs = new Matrix(null, 0, (int)one.Input.Size, (int)one.Input.Size);
        var outputs = new Matrix(null, 0, (int)one.Output.Size, (int)one.Output.Size);
        float[] weightGradients = [.. Enumerable.Repeat(1f, one.WeightCount)];
        float[] biasGradients = [.. Enumerable.Repeat(1f, one.Output.Units)];
        fixed (float* weights = one.Weights)
        {
            one.Forward(inputs, weights, null, outputs);
            one.BackwardInputs(outputs, weights, inputs, isAdded: false);
            one.BackwardParameters(inputs, outputs, weightGradients, biasGradients, isAdded: true);
            Assert.All(weightGradients, gradient => Assert.Equal(1, gradient));
            Assert.All(biasGradients, gradient => Assert.Equal(1, gradient));
            one.BackwardParameters(inputs, outputs, weightGradients, biasGradients, isAdded: false);
        }

        Assert.All(weightGradients, gradient => Assert.Equal(0, gradient));
        Assert.All(biasGradients, gradient => Assert.Equal(0, gradient));
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        foreach (ConvolutionCase one in ConvolutionCase.All.Values)
        {
            var inputs = new Batch(one.Rows, (int)one.Input.Size, one.Inputs);
            var outputs = new Batch(one.Rows, (int)one.Output.Size, one.OutputGradients);
            var weightGradients = new float[one.WeightCount];
            var biasGradients = new float[one.Output.Units];
            void RunAll()
            {
                fixed (float* weights = one.Weights, biases = one.Biases)
                {
                    one.Forward(inputs.Matrix, weights, biases, outputs.Matrix);
                    one.BackwardInputs(outputs.Matrix, weights, inputs.Matrix, isAdded: false);
                    one.BackwardParameters(inputs.Matrix, outputs.Matrix, weightGradients, biasGradients, isAdded: false);
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
        ChildProcess.AssertInstructions();
        using var _ = new Degree(3);
        foreach (ConvolutionCase one in ConvolutionCase.All.Values)
        {
            using var memory = new GuardedBatches(edge);
            Matrix inputs = memory.Take(one.Rows, (int)one.Input.Size);
            Matrix outputs = memory.Take(one.Rows, (int)one.Output.Size);
            Matrix weights = memory.Take(1, one.WeightCount);
            Matrix biases = memory.Take(1, one.Output.Units);
            foreach (bool isAdded in new[] { false, true })
            {
                one.Forward(inputs, weights.Data, biases.Data, outputs);
                one.BackwardInputs(outputs, weights.Data, inputs, isAdded);
                one.BackwardParameters(
                    inputs, outputs, new Span<float>(weights.Data, weights.Columns), new Span<float>(biases.Data, biases.Columns), isAdded);
            }
        }
    }

    [Theory(Skip = "Guard pages are made with mmap.", SkipUnless = nameof(IsSupported))]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task Nothing_is_read_or_written_outside_on_machines_without(string setting, LaneKind expectedLanes) =>
        ChildProcess.RunWithout(typeof(ConvolutionTests), nameof(Nothing_is_read_or_written_outside), 2, setting, expectedLanes);
}
