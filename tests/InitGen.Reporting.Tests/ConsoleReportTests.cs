using System;
using System.IO;
using Spectre.Console;

namespace InitGen.Reporting.Tests;

public sealed class ConsoleReportTests
{
    [Fact]
    public void A_table_has_a_line_for_each_layer_and_says_what_is_wrong()
    {
        string text = Written<Vanishing>("vanishing");
        string[] lines = text.Split('\n');
        Assert.Equal("vanishing", lines[0].TrimEnd());
        Assert.Equal("201,000 parameters, seed 1; 100 inputs of mean -0.017 and std 1", lines[1].TrimEnd());
        Assert.Equal("SGD learns at hardly any rate: below about 3300 too slowly, and above 9.8 it", lines[2].TrimEnd());
        Assert.Equal("diverges", lines[3].TrimEnd());
        Assert.Matches("^layer +shape +activation +parameters +memory +mult-adds +initializer +sigma", lines[4]);
        Assert.Matches("^Hidden.0-4 +200>200 +Tanh +201,000 +804 kB +200,000 +Normal +0.01$", lines[5].TrimEnd());
        Assert.Matches("^total +201,000 +804 kB +200,000$", lines[6].TrimEnd());
        Assert.Matches(@"^layer +mean +std +pred\. +satur\. +gradient +pred\. +histogram", lines[7]);
        for (int layer = 0; layer < 5; layer++)
        {
            Assert.Matches(
                $@"^Hidden\.{layer}( +-?[\d.e-]+){{3}} +[\d.]+ %( +[\d.e-]+){{2}}  *[ ▁▂▃▄▅▆▇█]{{1,15}}$", lines[8 + layer].TrimEnd());
        }

        Assert.StartsWith("Layer 3 'Hidden.2': the activations' standard deviation falls to 0.2", lines[13], StringComparison.Ordinal);
        Assert.Contains(
            "Use larger weights up to this layer; Init.Auto picks those that keep the signal.\n(INIT3001)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_gets_80_columns_without_colours()
    {
        string text =
            Written<Vanishing>("vanishing") + Written<Healthy>("healthy") + Written<Zero>("zero") + Written<Exploding>("exploding");
        Assert.DoesNotContain('\u001b', text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        Assert.Contains("The signal stays between its thresholds in every layer.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_terminal_gets_colours_and_block_characters_where_it_has_them(bool hasThem)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasThem ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasThem ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        console.Profile.Capabilities.Unicode = hasThem;
        ConsoleReport.Write(Report<Vanishing>("vanishing"), console);
        Assert.Equal(hasThem, writer.ToString().Contains('\u001b', StringComparison.Ordinal));
        Assert.Equal(hasThem, writer.ToString().Contains('█', StringComparison.Ordinal));
        if (!hasThem)
        {
            Assert.DoesNotMatch(@"[^\x00-\x7f]", writer.ToString());
        }
    }

    [Fact]
    public void Names_are_no_markup()
    {
        string text = Written<Tiny>("[red]a[/] [b");
        Assert.StartsWith("[red]a[/] [b", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparkline_shows_every_count_that_is_not_0()
    {
        Assert.Equal("▁ █", Sparkline.Of([1, 0, 1_000_000]));
        Assert.Equal(". @", Sparkline.Of([1, 0, 1_000_000], unicode: false));
        Assert.Equal("  ", Sparkline.Of([0, 0]));
        Assert.Throws<ArgumentException>("counts", () => Sparkline.Of([]));
        var exception = Assert.Throws<ArgumentException>("counts", () => Sparkline.Of([3, -1]));
        Assert.StartsWith("counts[1] is -1, but a count must be at least 0.", exception.Message, StringComparison.Ordinal);
    }

    private static string Written<TNetwork>(string name)
        where TNetwork : INetwork<TNetwork>
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ConsoleReport.Write(Report<TNetwork>(name), writer);
        return writer.ToString();
    }

    private static SignalReport Report<TNetwork>(string name)
        where TNetwork : INetwork<TNetwork> =>
        SignalReport.Measure<TNetwork>(1, InputSource.StandardNormal(100, seed: 1), new() { Name = name });
}
