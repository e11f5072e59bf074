using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Reporting;
using InitGen.Tool.Tests.Networks;

namespace InitGen.Tool.Tests;

public class ReportTests
{
    private static readonly string[] Healthy = ["report", BuiltAssembly.OfTests, "--network", "Healthy"];
    private static readonly string[] Vanishing = ["report", BuiltAssembly.OfTests, "--network", "Vanishing"];

    [Fact]
    public async Task The_report_of_an_assembly_is_that_of_the_type()
    {
        ToolRun run = await ToolRun.Of([.. Healthy, "--seed", "7", "--count", "100", "--batch-size", "32", "--json", "-"]);

        SignalReportOptions options = new() { BatchSize = 32, OutputGradientSeed = 7 };
        SignalReport report = SignalReport.Measure<Healthy>(
            7, InputSource.StandardNormal(100, 7), options, cancellationToken: TestContext.Current.CancellationToken);
        using var expected = new StringWriter();
        JsonReport.Write(report, expected);
        Assert.Equal((0, expected.ToString(), ""), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task All_networks_stand_side_by_side_in_the_order_of_their_names()
    {
        ToolRun run = await ToolRun.Of("report", BuiltAssembly.DeepTanh, "--count", "2", "--json", "-");
        Assert.Equal(["BigRandom", "HeRelu", "SmallRandom", "XavierRelu", "XavierTanh"], NamesIn(run.Output));
    }

    [Fact]
    public async Task Named_networks_stand_in_the_order_they_are_named()
    {
        ToolRun run = await ToolRun.Of(
            "report", BuiltAssembly.DeepTanh, "--network", "XavierTanh", "--network", "HeRelu", "--count", "2", "--json", "-");
        Assert.Equal(["XavierTanh", "HeRelu"], NamesIn(run.Output));
    }

    [Fact]
    public async Task Tables_go_to_standard_output()
    {
        ToolRun run = await ToolRun.Of(Healthy);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("Healthy\n50 parameters, seed 42; 1,000 inputs of mean ", run.Output);
    }

    [Fact]
    public async Task A_page_and_a_file_of_JSON_are_written_beside_the_tables()
    {
        using TemporaryDirectory directory = new();
        ToolRun run = await ToolRun.Of([.. Healthy, "--html", directory["a.html"], "--json", directory["a.json"]]);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Healthy\n", run.Output);
        Assert.StartsWith("<!DOCTYPE html>\n", await File.ReadAllTextAsync(directory["a.html"], TestContext.Current.CancellationToken));
        Assert.Equal(["Healthy"], NamesIn(await File.ReadAllTextAsync(directory["a.json"], TestContext.Current.CancellationToken)));
        Assert.Equal(["a.html", "a.json"], directory.Files.Order());
    }

    [Theory]
    [InlineData("vanishing", 1)]
    [InlineData("saturated,vanishing", 1)]
    [InlineData("any", 1)]
    [InlineData("saturated,exploding,dead,copied,no-signal,non-finite,deviation", 0)]
    public async Task It_fails_on_what_it_is_told_to_fail_on(string what, int exitCode)
    {
        ToolRun run = await ToolRun.Of([.. Vanishing, "--fail-on", what]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(exitCode == 1, run.Error.StartsWith("Vanishing: Layer ", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_being_told_it_does_not_fail() => Assert.Equal(0, (await ToolRun.Of(Vanishing)).ExitCode);

    [Theory]
    [InlineData("Healthy")]
    [InlineData("ZeroOutput")]
    public async Task A_healthy_network_fails_on_nothing(string network)
    {
        ToolRun run = await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", network, "--fail-on", "any");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task What_is_cancelled_ends_with_130_and_writes_nothing()
    {
        using TemporaryDirectory directory = new();
        ToolRun run = await ToolRun.Of(new CancellationToken(canceled: true), [.. Healthy, "--html", directory["a.html"]]);
        Assert.Equal((130, "", "Cancelled.\n"), (run.ExitCode, run.Output, run.Error));
        Assert.Empty(directory.Files);
    }

    [Theory]
    [InlineData("--seed", "-1", "'-1' is not a seed; give a whole number from 0 to 18446744073709551615.")]
    [InlineData("--count", "0", "'0' is not a number of inputs; give a whole number from 1 to 2147483647.")]
    [InlineData("--count", "1e3", "'1e3' is not a number of inputs; give a whole number from 1 to 2147483647.")]
    [InlineData("--batch-size", "0", "'0' is not a number of inputs; give a whole number from 1 to 2147483647.")]
    [InlineData("--html", "-", "--html needs the name of a file; it cannot go to standard output.")]
    [InlineData("--html", "no/such/folder/a.html", "'no/such/folder/a.html' is not a file that can be written; give the name of a file in a folder that exists.")]
    [InlineData("--json", "/", "'/' is not a file that can be written; give the name of a file in a folder that exists.")]
    [InlineData("--fail-on", "vanishing,tired", "--fail-on does not know 'tired'; give some of vanishing, exploding, saturated, dead, copied, no-signal, non-finite, deviation, any.")]
    public async Task A_wrong_option_is_refused_before_anything_is_done(string option, string value, string sentence) =>
        (await ToolRun.Of("report", "no-such-file.dll", option, value)).AssertMisused(sentence);

    [Fact]
    public async Task The_number_of_random_inputs_and_a_file_of_inputs_exclude_each_other() =>
        (await ToolRun.Of([.. Healthy, "--inputs", "a.csv", "--count", "10"]))
            .AssertMisused("--count is the number of random inputs; give either --count or --inputs.");

    [Fact]
    public async Task A_network_that_throws_is_named() =>
        (await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "Throwing"))
            .AssertRefused("'Throwing' cannot be run: This initializer fails on purpose.");

    private static IEnumerable<string?> NamesIn(string json) => JsonDocument.Parse(json).RootElement
        .GetProperty("networks").EnumerateArray().Select(network => network.GetProperty("name").GetString());
}
