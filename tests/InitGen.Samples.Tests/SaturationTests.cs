using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

public sealed partial class SaturationTests
{
    [Fact]
    public async Task The_measured_saturated_fraction_is_the_predicted_one()
    {
        (int exitCode, string output, string errors) = await SampleProgram.Run("Saturation");
        Assert.Equal((0, ""), (exitCode, errors));

        double[][] fractions =
        [
            .. SaturatedFractions().Matches(output).Select(match => match.Groups.Values.Skip(1)
                .Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray()),
        ];
        Assert.Equal(6, fractions.Length);
        Assert.All(fractions, fraction => Assert.InRange(fraction[1] - fraction[0], -2, 2));
        Assert.InRange(fractions[0][0], 60, 100); // tanh under U(-1, 1): most units are saturated
        Assert.Equal(0, fractions[1][0]);

        string page = SampleProgram.ReadMe("Saturation");
        Assert.Contains(
            FormattableString.Invariant($"{fractions[0][0]:F1} % of the tanh units and {fractions[3][0]:F1} % of the logistic ones are saturated"),
            page,
            StringComparison.Ordinal);
        Assert.Contains(
            FormattableString.Invariant($"the logistic function under Xavier, saturates {fractions.Skip(4).Max(static row => row[0]):F1} %"),
            page,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_has_the_known_derivatives()
    {
        (_, string output, _) = await SampleProgram.Run("Saturation");
        Assert.Matches(@"(?m)^    0 +1 █{20} +0\.25 █{5}$", output);
        Assert.Equal(41, Regex.Count(output, @"(?m)^ *-?\d+ +\S+ +█* +\S+ *█*$"));
    }

    [GeneratedRegex(@"saturated ([\d.]+) ?% predicted, ([\d.]+) ?% measured")]
    private static partial Regex SaturatedFractions();
}
