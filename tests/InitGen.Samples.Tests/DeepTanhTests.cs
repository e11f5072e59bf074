using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

/// <summary>Holds the sample to measurements that were made without this project.</summary>
public sealed class DeepTanhTests(DeepTanhTests.JsonOutput sample) : IClassFixture<DeepTanhTests.JsonOutput>
{
    private const double Tolerance = 0.04;

    [Fact]
    public void The_output_is_json_and_nothing_else()
    {
        Assert.Equal(0, sample.ExitCode);
        Assert.Equal("", sample.Errors);
        Assert.Equal(
            ["small-random", "big-random", "xavier-tanh", "xavier-relu", "he-relu"],
            sample.Experiments.Select(experiment => experiment.GetProperty("experiment").GetString()));
        foreach (JsonElement experiment in sample.Experiments)
        {
            Assert.Equal(["experiment", "layers"], experiment.EnumerateObject().Select(property => property.Name));
            Assert.Equal(Enumerable.Range(1, 10), experiment.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("layer").GetInt32()));
            Assert.All(experiment.GetProperty("layers").EnumerateArray(), layer => Assert.Equal(
                ["layer", "mean", "stdDev", "predictedStdDev", "saturatedFraction", "gradientStdDev", "predictedGradientStdDev"],
                layer.EnumerateObject().Select(property => property.Name)));
        }
    }

    [Theory]
    [InlineData("small-random", new[] { 0.2133, 0.0476, 0.0106 })]
    [InlineData("big-random", new[] { 0.982, 0.982, 0.982, 0.982, 0.982, 0.982, 0.982, 0.982, 0.982, 0.982 })]
    [InlineData("xavier-tanh", new[] { 0.627, 0.486, 0.408, 0.357, 0.320, 0.293, 0.271, 0.256, 0.243, 0.231 })]
    public void Activations_have_the_known_standard_deviations(string experiment, double[] known)
    {
        double[] measured = sample.Column(experiment, "stdDev");
        for (int i = 0; i < known.Length; i++)
        {
            AssertWithin(known[i], measured[i]);
        }
    }

    [Theory]
    [InlineData("small-random")]
    [InlineData("big-random")]
    [InlineData("xavier-tanh")]
    public void Measured_standard_deviations_are_the_predicted_ones(string experiment)
    {
        foreach ((double measured, double predicted) in sample.Column(experiment, "stdDev").Zip(sample.Column(experiment, "predictedStdDev")))
        {
            AssertWithin(predicted, measured);
        }
    }

    [Fact]
    public void Under_relu_Xavier_loses_half_of_the_variance_a_layer()
    {
        double[] measured = sample.Column("xavier-relu", "stdDev");
        Assert.All(Enumerable.Range(1, 9), i => Assert.InRange(measured[i] / measured[i - 1], 0.9 / Math.Sqrt(2), 1.1 / Math.Sqrt(2)));
        AssertWithin(Math.Pow(0.5, 4.5), measured[9] / measured[0], 0.15);
    }

    [Fact]
    public void Under_relu_He_keeps_the_signal()
    {
        double[] measured = sample.Column("he-relu", "stdDev");
        Assert.All(measured, value => AssertWithin(measured[0], value, 0.2));
    }

    [Theory]
    [InlineData("small-random")]
    [InlineData("xavier-tanh")]
    [InlineData("xavier-relu")]
    [InlineData("he-relu")]
    public void Measured_gradients_are_near_the_predicted_ones(string experiment)
    {
        foreach ((double measured, double predicted) in sample.Column(experiment, "gradientStdDev").Zip(sample.Column(experiment, "predictedGradientStdDev")))
        {
            AssertWithin(predicted, measured, 0.2);
        }
    }

    [Fact]
    public void The_README_has_the_numbers_that_are_printed()
    {
        (double[] small, double[] tanh, double[] xavierRelu, double[] he) =
            (StdDevs("small-random"), StdDevs("xavier-tanh"), StdDevs("xavier-relu"), StdDevs("he-relu"));
        double saturated = sample.Column("big-random", "saturatedFraction")[^1];
        double gradient = 1_000 * Math.Round(sample.Column("big-random", "gradientStdDev")[0] / 1_000);
        string page = SampleProgram.ReadMe("DeepTanh");
        Assert.All(
            (string[])
            [
                Text($"standard deviation is {small[0]:G2} after the first layer, {small[1]:G2} after the second, {small[2]:G2} after the third |"),
                Text($"{saturated:P0} of the units saturate, and gradients explode: at the first layer they are {gradient:N0} times those at the last |"),
                Text($"| `XavierTanh` | the signal arrives: {tanh[0]:G2} after the first layer, {tanh[9]:G2} after the last |"),
                Text($"loses half of the variance: {xavierRelu[0]:G2} after the first layer, {xavierRelu[9]:G2} after the last |"),
                Text($"| `HeRelu` | the signal arrives: {he[0]:G2} after the first layer, {he[9]:G2} after the last |"),
            ],
            sentence => Assert.Contains(sentence, page, StringComparison.Ordinal));

        double[] StdDevs(string experiment) => sample.Column(experiment, "stdDev");

        static string Text(FormattableString sentence) => FormattableString.Invariant(sentence);
    }

    private static void AssertWithin(double expected, double actual, double tolerance = Tolerance) =>
        Assert.InRange(actual, expected * (1 - tolerance), expected * (1 + tolerance));

    /// <summary>What <c>DeepTanh --json</c> prints.</summary>
    public sealed class JsonOutput : IAsyncLifetime
    {
        /// <summary>The exit code.</summary>
        public int ExitCode { get; private set; }

        /// <summary>What stands on standard error.</summary>
        public string Errors { get; private set; } = "";

        /// <summary>The experiments.</summary>
        public IReadOnlyList<JsonElement> Experiments { get; private set; } = [];

        /// <summary>One figure of all layers of an experiment.</summary>
        public double[] Column(string experiment, string figure) =>
        [
            .. Experiments.Single(element => element.GetProperty("experiment").GetString() == experiment)
                .GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty(figure).GetDouble()),
        ];

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            (ExitCode, string output, Errors) = await SampleProgram.Run("DeepTanh", "--json");
            Experiments = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
