using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using InitGen.Activations;
using InitGen.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace InitGen.Reporting;

/// <summary>A report as tables in a terminal, 80 columns wide.</summary>
public static class ConsoleReport
{
    private const int Width = 80;
    private const int BinsOfCharacter = 2;

    /// <summary>Writes a report to a terminal, a pipe or a file, as what is at the other end can show it: in colour in a terminal, unless
    /// the environment has NO_COLOR.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to: <see cref="System.Console.Out"/>, or any other.</param>
    public static void Write(SignalReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = Width;
        Write(report, console);
    }

    /// <summary>Writes a report to a console.</summary>
    /// <param name="report">The report.</param>
    /// <param name="console">The console.</param>
    public static void Write(SignalReport report, IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(console);
        foreach (NetworkReport network in report.Networks)
        {
            console.Write(new Text(network.Name, new Style(decoration: Decoration.Bold)));
            console.WriteLine();
            console.WriteLine(Description(network));
            console.Write(LayerTable(network, console.Profile.Capabilities.Unicode));
            if (network.Findings.Count == 0) console.WriteLine(ReportText.NothingFound, new Style(Color.Green));
            foreach (Finding finding in network.Findings) console.WriteLine(finding.Text, new Style(Color.Yellow));
            console.WriteLine();
        }
    }

    private static string Description(NetworkReport network) => string.Create(
        CultureInfo.InvariantCulture,
        $"{NumberText.Of((long)network.ParameterCount)} parameters, {ReportText.Start(network)}; {ReportText.Inputs(network)}");

    private static Table LayerTable(NetworkReport network, bool unicode)
    {
        Table table = new Table().Border(TableBorder.None);
        table.AddColumn(new TableColumn("layer").Padding(0, 0).NoWrap());
        foreach (string heading in (string[])["mean", "std", "pred.", Flat(network), "gradient", "pred."])
            table.AddColumn(new TableColumn(heading).RightAligned().Padding(1, 0).NoWrap());

        table.AddColumn(new TableColumn("histogram").Padding(1, 0).NoWrap());
        foreach (LayerReport layer in network.Layers)
        {
            IEnumerable<string> figures =
            [
                NumberText.Of(layer.Measured.ActivationMean),
                NumberText.Of(layer.Measured.ActivationStdDev),
                NumberText.Of(layer.Predicted.ActivationStdDev),
                ReportText.Percent(layer.Measured.SaturatedFraction),
                NumberText.Of(layer.GradientStdDev),
                NumberText.Of(layer.Predicted.GradientStdDev),
                Sparkline.Of(Bars(layer.Measured.Histogram), unicode),
            ];
            table.AddRow([.. figures.Prepend(Shortened(layer.Name, unicode)).Select(IRenderable (text) => new Text(text))]);
        }

        return table;
    }

    /// <summary>What the units that pass no gradient are called.</summary>
    private static string Flat(NetworkReport network) =>
        network.Layers.Any(layer => ActivationFunction.Of(layer.Info.Activation, slope: 0).Range is not null) ? "satur." : "inact.";

    private static string Shortened(string name, bool unicode)
    {
        const int Longest = 12;
        return name.Length <= Longest ? name : unicode ? $"{name[..(Longest - 1)]}…" : name[..Longest];
    }

    private static long[] Bars(Histogram histogram) =>
    [
        .. Enumerable.Range(0, Histogram.BinCount / BinsOfCharacter).Select(
            bar => Enumerable.Range(bar * BinsOfCharacter, BinsOfCharacter).Sum(bin => histogram[bin])),
    ];
}
