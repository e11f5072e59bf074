using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

public sealed partial class CustomInitializerTests
{
    [Fact]
    public async Task Weights_and_signal_are_as_wide_as_the_told_variance_predicts()
    {
        (int exitCode, string output, string errors) = await SampleProgram.Run("CustomInitializer");
        Assert.Equal((0, ""), (exitCode, errors));

        double[][] layers =
        [
            .. Rows().Matches(output).Select(match => match.Groups.Values.Skip(1)
                .Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray()),
        ];
        Assert.Equal(30, layers.Length);
        Assert.All(layers, layer =>
        {
            Assert.InRange(layer[0] / layer[1], 0.98, 1.02);
            Assert.InRange(layer[2] / layer[3], 0.93, 1.07);
        });
    }

    [GeneratedRegex(@"(?m)^ +\d+ +(\S+) +(\S+) +(\S+) +(\S+) *$")]
    private static partial Regex Rows();
}
