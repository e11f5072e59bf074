using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using InitGen.Initialization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace InitGen.Reporting.Tests;

public sealed class MeasurementTests
{
    private static readonly SignalReportOptions OneByOne = new() { BatchSize = 1 };

    [Fact]
    public void The_first_cross_entropy_is_that_of_labels_at_random()
    {
        const int Count = 500;
        float[] inputs = Normal(Count * Classifier.InputSize, "anything");
        NetworkReport report = Single(SignalReport.Measure<Classifier>(5, inputs));
        float[] probabilities = new float[Count * Classifier.OutputSize];
        new Classifier(seed: 5).Forward(inputs, probabilities);
        double expected = probabilities.Average(probability => -Math.Log(probability));

        // The logits of an input are 100 draws, whose mean and variance differ from all inputs' by some percent.
        Assert.InRange(report.FirstCrossEntropy, expected - 0.2, expected + 0.2);
        Assert.InRange(report.PredictedFirstCrossEntropy, expected - 0.4, expected + 0.4);
        Assert.True(report.FirstCrossEntropy > Math.Log(100) + 0.5);
        Assert.Equal(Classifier.LearningRates, report.LearningRates);
        Assert.Equal(double.NaN, Single(SignalReport.Measure<Tiny>(5, Normal(30, "anything"))).FirstCrossEntropy);
    }

    [Fact]
    public void Figures_are_those_of_a_plain_computation()
    {
        var network = new Tiny(seed: 5);
        float[] inputs = Normal(300 * 3, "anything");
        float[] gradients = Normal(300 * 2, "output gradients");
        NetworkReport report = Single(SignalReport.Measure<Tiny>(5, inputs, new() { BatchSize = 7, OutputGradientSeed = 9 }));

        Matrix<double> x = Rows(inputs, 3);
        Matrix<double> z1 = x * Double(network.Hidden.ToMatrix()).Transpose() + Biases(network.Hidden, 300);
        Matrix<double> y1 = z1.Map(Math.Tanh);
        Matrix<double> w2 = Double(network.Output.ToMatrix());
        Matrix<double> z2 = y1 * w2.Transpose() + Biases(network.Output, 300);
        Matrix<double> y2 = z2.Map(z => Math.Max(0, z));
        Matrix<double> g2 = Rows(gradients, 2).PointwiseMultiply(z2.Map(z => z > 0 ? 1.0 : 0));
        Matrix<double> g1 = (g2 * w2).PointwiseMultiply(y1.Map(y => 1 - (y * y)));

        LayerReport hidden = report.Layers[0];
        AssertClose(StdDev(y1), hidden.Measured.ActivationStdDev);
        AssertClose(Math.Sqrt(y1.EnumerateColumns().Average(unit => unit.PopulationVariance())), hidden.Measured.SignalStdDev);
        AssertClose(StdDev(z1), hidden.Measured.PreActivationStdDev);
        AssertClose(y1.Enumerate().Mean(), hidden.Measured.ActivationMean);
        AssertClose(StdDev(g1), hidden.Gradient.StdDev);
        AssertClose(StdDev(g1.Transpose() * x), hidden.Gradient.WeightGradientStdDev);
        AssertClose(StdDev(g1) / StdDev(g2), hidden.GradientStdDev);
        AssertClose(StdDev(Double(network.Hidden.ToMatrix())), hidden.WeightStdDev);

        LayerReport output = report.Layers[1];
        AssertClose(StdDev(y2), output.Measured.ActivationStdDev);
        AssertClose(z2.Enumerate().Count(z => z <= 0) / 600.0, output.Measured.SaturatedFraction);
        Assert.Equal(1, output.GradientStdDev);

        Assert.Equal(300, report.InputCount);
        AssertClose(inputs.Select(value => (double)value).Mean(), report.InputMean);
        AssertClose(StdDev(x), report.InputStdDev);
        Assert.Equal(("Tiny", 5ul, 3, Tiny.ParameterCount), (report.Name, report.Seed, report.InputSize, report.ParameterCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(5_000)]
    public void The_batch_size_changes_nothing_but_rounding(int batchSize)
    {
        IInputSource inputs = InputSource.StandardNormal(100, seed: 3);
        NetworkReport expected = Single(SignalReport.Measure<Zero>(1, inputs));
        NetworkReport actual = Single(SignalReport.Measure<Zero>(1, inputs, new() { BatchSize = batchSize }));
        foreach ((LayerReport one, LayerReport other) in expected.Layers.Zip(actual.Layers))
        {
            AssertSame(one, other);
        }

        expected = Single(SignalReport.Measure<Healthy>(1, inputs));
        actual = Single(SignalReport.Measure<Healthy>(1, inputs, new() { BatchSize = batchSize }));
        foreach ((LayerReport one, LayerReport other) in expected.Layers.Zip(actual.Layers))
        {
            AssertSame(one, other);
        }
    }

    [Fact]
    public void A_unit_that_is_dead_in_one_batch_but_not_in_the_next_is_not_dead()
    {
        var network = new Tiny(new float[Tiny.ParameterCount]);
        network.Hidden.Weights[0] = 1;
        network.Output.Weights[0] = 1; // the output is tanh of the first input, rectified; the other output is always 0
        SignalReport report = SignalReport.Measure(network, InputSource.FromMemory(new float[] { -1, 0, 0, 1, 0, 0 }), OneByOne);
        Assert.Equal(1, Single(report).Layers[1].Measured.DeadUnits);
        Assert.Null(Single(report).Seed);
    }

    [Fact]
    public void Standard_normal_inputs_are_what_the_initializer_writes()
    {
        float[] inputs = new float[100 * 3];
        Initializers.Normal(inputs, mean: 0, stdDev: 1, seed: 3, ParameterStream.Of("inputs"));
        float[] read = [.. InputSource.StandardNormal(100, seed: 3).ReadBatches(3, 7).SelectMany(batch => batch.ToArray())];
        Assert.Equal(inputs, read);
    }

    [Fact]
    public void The_gradients_of_a_loss_are_asked_for_with_the_outputs_of_each_batch()
    {
        float[] inputs = Normal(5 * 3, "inputs");
        float[] outputs = new float[5 * 2];
        new Tiny(seed: 2).Forward(inputs, outputs);
        List<long> firsts = [];
        List<float> seen = [];
        NetworkReport report = Single(SignalReport.Measure<Tiny>(2, inputs, new()
        {
            BatchSize = 2,
            OutputGradient = (first, batch, gradients) =>
            {
                firsts.Add(first);
                seen.AddRange(batch);
                gradients.Fill(3);
            },
        }));
        Assert.Equal([0, 2, 4], firsts);
        Assert.Equal(outputs, seen);
        Assert.Equal(outputs.Average(output => output > 0 ? 3 : 0), report.Layers[1].Gradient.Mean, 1e-6);
    }

    [Fact]
    public void Progress_is_told_after_each_batch()
    {
        var progress = new Log();
        SignalReport.Measure<Tiny>(1, InputSource.StandardNormal(5, seed: 1), new() { BatchSize = 2, Name = "a" }, progress);
        Assert.Equal([new("a", 2, 5), new("a", 4, 5), new("a", 5, 5)], progress.Reports);
    }

    [Fact]
    public void A_measurement_that_is_cancelled_stops_at_the_next_batch()
    {
        using var source = new CancellationTokenSource();
        var progress = new Log { Told = source.Cancel };
        Assert.Throws<OperationCanceledException>(
            () => SignalReport.Measure<Tiny>(1, InputSource.StandardNormal(5, seed: 1), OneByOne, progress, source.Token));
        Assert.Single(progress.Reports);
    }

    [Fact]
    public void A_measurement_that_is_cancelled_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        var network = new Tiny(seed: 1);
        float[] parameters = network.Parameters.ToArray();
        var inputs = new ClosingInputs();
        Assert.Throws<OperationCanceledException>(
            () => SignalReport.Measure(network, inputs, OneByOne, new Log { Told = source.Cancel }, source.Token));
        Assert.True(inputs.IsClosed);
        Assert.Equal(parameters, network.Parameters.ToArray());

        SignalReport again = SignalReport.Measure(network, new ClosingInputs(), OneByOne);
        SignalReport other = SignalReport.Measure(new Tiny(seed: 1), new ClosingInputs(), OneByOne);
        Assert.Equal(other.Networks[0].Layers.Select(layer => layer.Measured), again.Networks[0].Layers.Select(layer => layer.Measured));
    }

    [Fact]
    public void Ten_times_as_many_inputs_need_no_more_memory()
    {
        long Allocated(int count)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(count, seed: 1), new() { BatchSize = 50 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(100);
        Assert.InRange(Allocated(1_000) - Allocated(100), -10_000, 10_000); // one batch is 40,000 bytes
    }

    [Fact]
    public void Units_with_the_weights_and_the_bias_of_another_are_counted()
    {
        var network = new Tiny(seed: 1);
        Span<float> weights = network.Hidden.Weights;
        weights[..3].CopyTo(weights[6..]);
        weights[..3].CopyTo(weights[9..]);
        weights[3] = 0f;
        network.Hidden.Biases[3] = 1; // the same weights, but another bias
        LayerReport hidden = Single(SignalReport.Measure(network, InputSource.StandardNormal(3, seed: 1))).Layers[0];
        Assert.Equal((1, 0), (hidden.CopiedUnits, hidden.InseparableUnits));

        network.Output.Weights[2] = network.Output.Weights[0];
        network.Output.Weights[6] = network.Output.Weights[4];
        hidden = Single(SignalReport.Measure(network, InputSource.StandardNormal(3, seed: 1))).Layers[0];
        Assert.Equal((1, 1), (hidden.CopiedUnits, hidden.InseparableUnits));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Copies_among_the_units_of_convolutions_are_counted_in_their_groups(bool isTransposed)
    {
        float[] values = new float[isTransposed ? Transposing.ParameterCount : Convolving.ParameterCount];
        Span<float> parameters = values;
        if (isTransposed)
        {
            new Transposing(values).Initialize(seed: 1);
        }
        else
        {
            new Convolving(values).Initialize(seed: 1);
        }

        // Four units in two groups, which see two channels each: unit 1 becomes a copy of unit 0, and unit 2 weighs its channels as unit 0 does.
        ParameterInfo weights = (isTransposed ? Transposing.Layers : Convolving.Layers)[0].Parameters[0];
        Assert.Equal(isTransposed, weights.HasInputsFirst);
        for (int channel = 0; channel < 2; channel++)
        {
            Span<float> first = Taps(0, channel, parameters);
            first.CopyTo(Taps(1, channel, parameters));
            first.CopyTo(Taps(2, channel, parameters));
        }

        (int, int) expected = (1, 0);
        AssertCopies();

        // The next layer, of one group, weighs unit 1 as unit 0.
        ParameterInfo behind = (isTransposed ? Transposing.Layers : Convolving.Layers)[1].Parameters[0];
        for (int unit = 0; unit < 3; unit++)
        {
            Behind(unit, 0, parameters).CopyTo(Behind(unit, 1, parameters));
        }

        expected = (1, 1);
        AssertCopies();

        Span<float> Taps(int unit, int channel, Span<float> all) => weights.Of(all).Slice(
            3 * (isTransposed ? ((((unit / 2) * 2) + channel) * 2) + (unit % 2) : (unit * 2) + channel), 3);

        Span<float> Behind(int unit, int channel, Span<float> all) =>
            behind.Of(all).Slice(2 * (isTransposed ? (channel * 3) + unit : (unit * 4) + channel), 2);

        void AssertCopies()
        {
            NetworkReport report = isTransposed
                ? Single(SignalReport.Measure(new Transposing(values), InputSource.StandardNormal(3, seed: 1)))
                : Single(SignalReport.Measure(new Convolving(values), InputSource.StandardNormal(3, seed: 1)));
            Assert.Equal(expected, (report.Layers[0].CopiedUnits, report.Layers[0].InseparableUnits));
        }
    }

    [Fact]
    public void Reports_are_compared_in_their_order()
    {
        SignalReport healthy = SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(1, seed: 1));
        SignalReport zero = SignalReport.Measure<Zero>(1, InputSource.StandardNormal(1, seed: 1), new() { Name = "nothing" });
        Assert.Equal(
            ["Healthy", "nothing", "Healthy"], SignalReport.Compare(healthy, zero, healthy).Networks.Select(network => network.Name));
        Assert.Throws<ArgumentException>("reports", () => SignalReport.Compare());
        Assert.Throws<ArgumentNullException>("reports", () => SignalReport.Compare((IEnumerable<SignalReport>)null!));
        var exception = Assert.Throws<ArgumentException>("reports", () => SignalReport.Compare(healthy, null!, zero));
        Assert.StartsWith("reports[1] is null; each must be a report.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_whose_type_is_known_at_run_time_only_is_measured_alike()
    {
        IInputSource inputs = InputSource.StandardNormal(50, seed: 1);
        NetworkReport expected = Single(SignalReport.Measure<Healthy>(4, inputs));
        NetworkReport actual = Single(SignalReport.Measure(typeof(Healthy), 4, inputs));
        Assert.Equal(expected.Layers, actual.Layers);
        Assert.True(SignalReport.IsNetwork(typeof(Tiny)));
        Assert.False(SignalReport.IsNetwork(typeof(string)));

        var exception = Assert.Throws<ArgumentException>("network", () => SignalReport.Measure(typeof(string), 4, inputs));
        Assert.StartsWith("System.String is not a network; it must be a class", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>(
            () => SignalReport.Measure(typeof(Tiny), 4, InputSource.FromMemory(new float[4]))); // not wrapped by reflection
        Assert.StartsWith("The inputs have 4 values; they must have a multiple of 3", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_inputs_are_refused_with_their_number()
    {
        var exception = Assert.Throws<ArgumentException>("inputs", () => SignalReport.Measure<Tiny>(1, new float[7]));
        Assert.StartsWith(
            "The inputs have 7 values; they must have a multiple of 3, the network's input size.",
            exception.Message,
            StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentException>("inputs", () => SignalReport.Measure<Tiny>(1, Array.Empty<float>()));
        Assert.StartsWith("There are no inputs; at least one is needed.", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentOutOfRangeException>("count", () => InputSource.StandardNormal(0, seed: 1));
        Assert.StartsWith("count is 0, but must be at least 1.", exception.Message, StringComparison.Ordinal);
        exception = Assert.Throws<ArgumentOutOfRangeException>("BatchSize", () => new SignalReportOptions { BatchSize = 0 });
        Assert.StartsWith("BatchSize is 0, but must be at least 1.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("JacobianCount", () => new SignalReportOptions { JacobianCount = 0 });
        Assert.Throws<ArgumentNullException>("Thresholds", () => new SignalReportOptions { Thresholds = null! });
        Assert.Throws<ArgumentNullException>("network", () => SignalReport.Measure<Tiny>(null!, InputSource.StandardNormal(1, seed: 1)));
        Assert.Throws<ArgumentNullException>("inputs", () => SignalReport.Measure<Tiny>(1, (IInputSource)null!));
    }

    [Fact]
    public void Sizes_below_1_are_refused_before_anything_is_read()
    {
        foreach (IInputSource inputs in (IInputSource[])[InputSource.StandardNormal(3, seed: 1), InputSource.FromMemory(new float[6])])
        {
            Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => inputs.Count(0));
            Assert.Throws<ArgumentOutOfRangeException>("inputSize", () => inputs.ReadBatches(-1, 2));
            var exception = Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => inputs.ReadBatches(3, 0));
            Assert.StartsWith("batchSize is 0, but must be at least 1.", exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void A_source_that_breaks_its_promise_is_refused(int length)
    {
        var exception = Assert.Throws<ArgumentException>(
            "inputs", () => SignalReport.Measure<Tiny>(1, new OneBatch(new float[length]), new() { BatchSize = 2 }));
        Assert.StartsWith(
            $"The source gave a batch of {length} values; it must have 1 to 2 inputs of 3 values each.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_batch_size_is_no_more_than_an_array_holds()
    {
        SignalReport report = SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(3, seed: 1), new() { BatchSize = int.MaxValue });
        Assert.Equal(3, Single(report).InputCount);
    }

    private static NetworkReport Single(SignalReport report) => Assert.Single(report.Networks);

    private static float[] Normal(int count, string stream)
    {
        float[] values = new float[count];
        Initializers.Normal(values, mean: 0, stdDev: 1, seed: 9, ParameterStream.Of(stream));
        return values;
    }

    private static Matrix<double> Rows(float[] values, int columns) =>
        Double(Matrix<float>.Build.DenseOfRowMajor(values.Length / columns, columns, values));

    private static Matrix<double> Double(Matrix<float> matrix) => matrix.Map(value => (double)value);

    private static Matrix<double> Biases(DenseLayer layer, int rows)
    {
        float[] biases = layer.Biases.ToArray();
        return Matrix<double>.Build.Dense(rows, biases.Length, (_, column) => biases[column]);
    }

    private static double StdDev(Matrix<double> matrix) => matrix.Enumerate().PopulationStandardDeviation();

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-5 * Math.Abs(expected));

    private static void AssertSame(LayerReport expected, LayerReport actual)
    {
        Assert.Equal(expected.Measured.Count, actual.Measured.Count);
        Assert.Equal(expected.Measured.ActivationMean, actual.Measured.ActivationMean, 1e-12);
        Assert.Equal(expected.Measured.ActivationStdDev, actual.Measured.ActivationStdDev, 1e-12);
        Assert.Equal(expected.Measured.SignalStdDev, actual.Measured.SignalStdDev, 1e-12);
        Assert.Equal(expected.Measured.SaturatedFraction, actual.Measured.SaturatedFraction, 1e-12);
        Assert.Equal(expected.Measured.DeadUnits, actual.Measured.DeadUnits);
        Assert.Equal(expected.Measured.Histogram, actual.Measured.Histogram);
        Assert.Equal(expected.Gradient.StdDev, actual.Gradient.StdDev, 1e-12);
        Assert.Equal(expected.Gradient.WeightGradientStdDev, actual.Gradient.WeightGradientStdDev, 1e-5); // summed as floats
        Assert.Equal(expected.WeightStdDev, actual.WeightStdDev);
        Assert.Equal((expected.CopiedUnits, expected.InseparableUnits), (actual.CopiedUnits, actual.InseparableUnits));
    }

    private sealed class Log : IProgress<SignalProgress>
    {
        public List<SignalProgress> Reports { get; } = [];

        public Action Told { get; init; } = () => { };

        public void Report(SignalProgress value)
        {
            Reports.Add(value);
            Told();
        }
    }

    private sealed class OneBatch(float[] batch) : IInputSource
    {
        public long? Count(int inputSize) => null;

        public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize) => [batch];
    }

    /// <summary>Three inputs from something that must be closed.</summary>
    private sealed class ClosingInputs : IInputSource
    {
        public bool IsClosed { get; private set; }

        public long? Count(int inputSize) => 3;

        public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
        {
            try
            {
                for (int i = 0; i < 3; i++)
                {
                    yield return Enumerable.Repeat((float)i, inputSize).ToArray();
                }
            }
            finally
            {
                IsClosed = true;
            }
        }
    }
}
