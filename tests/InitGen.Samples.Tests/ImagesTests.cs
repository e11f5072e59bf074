using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

/// <summary>Holds the training of convolutional networks to what its page says.</summary>
public sealed partial class ImagesTests(ImagesTests.Output sample) : IClassFixture<ImagesTests.Output>
{
    [Theory]
    [InlineData("residual, He", 98.5, 100)]
    [InlineData("residual, 0.1", 10, 35)]
    [InlineData("plain, σ = 0.01", 0, 20)]
    public void What_is_learned_depends_on_the_initialization(string network, double lowest, double highest) =>
        Assert.InRange(sample.Accuracies[network], lowest, highest);

    // A name, a number of parameters and an accuracy.
    [GeneratedRegex(@"(?m)^(?<name>.+?) +[\d,]+ +(?<accuracy>[\d.]+) %$")]
    private static partial Regex Row();

    /// <summary>What <c>Images</c> prints.</summary>
    public sealed class Output : IAsyncLifetime
    {
        /// <summary>The accuracy that each network ends with, in percent.</summary>
        public IReadOnlyDictionary<string, double> Accuracies { get; private set; } = new Dictionary<string, double>();

        /// <inheritdoc/>
        public async ValueTask InitializeAsync()
        {
            (int exitCode, string text, string errors) = await SampleProgram.Run("Images");
            Assert.Equal((0, ""), (exitCode, errors));
            Accuracies = Row().Matches(text).ToDictionary(
                static row => row.Groups["name"].Value, static row => double.Parse(row.Groups["accuracy"].Value, CultureInfo.InvariantCulture));
        }

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
