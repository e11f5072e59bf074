using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using InitGen.Reporting;
using InitGen.Tool.Loading;
using InitGen.Wording;

namespace InitGen.Tool.Commands;

/// <summary><c>initgen list</c>.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var target = new TargetArguments();
        var layers = new Option<bool>("--layers")
        {
            Description = "Lists the layers of each network, too: shape, weights, parameters and what is predicted.",
        };
        var command = new Command("list", "Lists networks, without running them.") { layers };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            NetworkCatalog catalog = await target.LoadAsync(parsed, cancellationToken);
            return Write(
                catalog.Networks, parsed.GetValue(layers), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    // A network that cannot be asked is no reason not to list the others.
    private static int Write(IReadOnlyList<NetworkType> networks, bool withLayers, TextWriter output, TextWriter error)
    {
        var tables = new List<(string Name, NetworkTable Table)>();
        foreach (NetworkType network in networks)
        {
            try
            {
                tables.Add((network.Name, network.ReadTable()));
            }
            catch (ToolException exception)
            {
                error.WriteLine(exception.Message);
            }
        }

        WriteTable(
            [["network", "inputs", "outputs", "layers", "parameters"], .. tables.Select(table => Describe(table.Name, table.Table))],
            1,
            output);
        foreach ((string name, NetworkTable table) in withLayers ? tables : [])
        {
            output.WriteLine();
            output.WriteLine(name);
            WriteTable(
                [
                    ["layer", "shape", "activation", "weights", "σ", "parameters", "predicted std"],
                    .. LayerSummary.Of(table.Layers.ToArray()).Select(Describe),
                ],
                4,
                output);
        }

        return tables.Count == networks.Count ? ExitCode.Success : ExitCode.Error;
    }

    /// <summary>Writes lines of words and then figures, below each other.</summary>
    private static void WriteTable(string[][] lines, int words, TextWriter output)
    {
        int[] widths = [.. lines[0].Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            output.WriteLine(string.Join(
                "  ", line.Select((text, column) => column < words ? text.PadRight(widths[column]) : text.PadLeft(widths[column]))));
        }
    }

    private static string[] Describe(string name, NetworkTable table) =>
    [
        name,
        NumberText.Of((long)table.InputSize),
        NumberText.Of((long)table.OutputSize),
        NumberText.Of((long)table.Layers.Count),
        NumberText.Of((long)table.ParameterCount),
    ];

    // What is predicted of a stack changes from its first layer to its last.
    private static string[] Describe(LayerSummary layer)
    {
        string first = StdDev(layer.First);
        string last = StdDev(layer.Last);
        return
        [
            layer.Name,
            layer.Shape,
            layer.First.Activation.ToString(),
            layer.First.WeightCount == 0 ? "-" : layer.First.Init.ToString(),
            layer.First.WeightCount == 0 ? "-" : NumberText.Of(layer.First.WeightStdDev),
            NumberText.Of(layer.ParameterCount),
            first == last ? first : $"{first} → {last}",
        ];
    }

    private static string StdDev(LayerInfo layer) => layer.PredictedBounds is { } bounds
        ? NumberText.Range([bounds.Lower.ActivationStdDev, bounds.Upper.ActivationStdDev])
        : NumberText.Of(layer.Predicted.ActivationStdDev);
}
