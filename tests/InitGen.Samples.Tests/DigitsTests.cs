using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using InitGen.Samples.Digits;

namespace InitGen.Samples.Tests;

/// <summary>Holds training on real digits to what an independent implementation reaches.</summary>
public sealed partial class DigitsTests(DigitsTests.Output sample) : IClassFixture<DigitsTests.Output>
{
    private static readonly (DigitData Training, DigitData Test) Data = DigitData.Load();

    [Fact]
    public void Pixels_are_scaled_to_mean_0_and_variance_1()
    {
        double[] pixels = [.. Data.Training.Pixels.Concat(Data.Test.Pixels).Select(pixel => (double)pixel)];
        Assert.Equal(0, pixels.Average(), 1e-5);
        Assert.Equal(1, pixels.Average(pixel => pixel * pixel), 1e-5);
    }

    [Fact]
    public void There_are_1500_images_to_train_and_297_to_test()
    {
        Assert.Equal((1_500, 297), (Data.Training.Count, Data.Test.Count));
        Assert.Equal(Enumerable.Range(0, 10), Data.Test.Labels.Distinct().Order());
    }

    [Theory]
    [InlineData("tanh, Xavier", 95, 100)]
    [InlineData("ReLU, He", 95, 100)]
    [InlineData("tanh, zero", 0, 20)]
    [InlineData("ReLU, zero", 0, 20)]
    [InlineData("tanh, 0.1", 0, 50)]
    [InlineData("ReLU, 0.1", 0, 20)]
    public void What_is_learned_depends_on_the_initialization(string network, double lowest, double highest) =>
        Assert.InRange(sample.FinalAccuracy(network), lowest, highest);

    [Fact]
    public void Each_network_is_trained() => Assert.Equal(14, Row().Count(sample.Text));

    [Fact]
    public void The_README_has_the_numbers_that_are_printed()
    {
        Assert.Contains(
            $"{sample.FinalAccuracy("tanh, Xavier")} % of the test digits are read", SampleProgram.ReadMe("Digits"), StringComparison.Ordinal);
        Assert.Equal(sample.FinalAccuracy("tanh, Xavier"), sample.FinalAccuracy("ReLU, He"));
    }

    [Fact]
    public void Progress_is_told_after_each_epoch_and_checkpoints_are_taken_after_four()
    {
        List<int> epochs = [];
        IReadOnlyList<Checkpoint> checkpoints = Training.Run<HeRelu>(Data.Training, Data.Test, epochs.Add);
        Assert.Equal([0, 1, 5, 20], checkpoints.Select(checkpoint => checkpoint.Epoch));
        Assert.Equal(Enumerable.Range(1, 20), epochs);
    }

    [Fact]
    public void The_gradient_of_softmax_cross_entropy_agrees_with_finite_differences()
    {
        float[] logits = [0.3f, -1.2f, 2.5f, 0, 0.1f, -0.4f, 1, 0.9f, -3, 0.2f];
        float[] gradient = new float[10];
        SoftmaxCrossEntropy.Evaluate(logits, [4], gradient);
        for (int i = 0; i < logits.Length; i++)
        {
            Assert.Equal((LossAt(i, +1e-2f) - LossAt(i, -1e-2f)) / 2e-2, gradient[i], 1e-4);
        }

        double LossAt(int index, float shift)
        {
            float[] shifted = [.. logits];
            shifted[index] += shift;
            return SoftmaxCrossEntropy.Evaluate(shifted, [4], new float[10]).Loss;
        }
    }

    // A name, then an accuracy and a gradient of each of four epochs.
    [GeneratedRegex(@"(?m)^(?<name>.+?) +(?:\d+ % +\S+ +){3}(?<accuracy>\d+) % +\S+$")]
    private static partial Regex Row();

    /// <summary>What <c>Digits</c> prints.</summary>
    public sealed class Output : IAsyncLifetime
    {
        /// <summary>All of it.</summary>
        public string Text { get; private set; } = "";

        /// <summary>The accuracy that a network ends with, in percent.</summary>
        public int FinalAccuracy(string network) => int.Parse(
            Row().Matches(Text).Single(match => match.Groups["name"].Value == network).Groups["accuracy"].Value, CultureInfo.InvariantCulture);

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            (int exitCode, Text, string errors) = await SampleProgram.Run("Digits");
            Assert.Equal((0, ""), (exitCode, errors));
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
