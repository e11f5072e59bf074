using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using InitGen.Tool.Loading;
using InitGen.Wording;

namespace InitGen.Tool.Commands;

/// <summary><c>initgen list</c>.</summary>
internal static class ListCommand
{
    private static readonly string[] Headings = ["network", "inputs", "outputs", "layers", "parameters"];

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var target = new TargetArguments();
        var command = new Command("list", "Lists networks.");
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            NetworkCatalog catalog = await target.LoadAsync(parsed, cancellationToken);
            return Write(catalog.Networks, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    // A network that cannot be asked is no reason not to list the others.
    private static int Write(IReadOnlyList<NetworkType> networks, TextWriter output, TextWriter error)
    {
        var lines = new List<string[]> { Headings };
        int exitCode = ExitCode.Success;
        foreach (NetworkType network in networks)
        {
            try
            {
                lines.Add(Describe(network.Name, network.ReadTable()));
            }
            catch (ToolException exception)
            {
                error.WriteLine(exception.Message);
                exitCode = ExitCode.Error;
            }
        }

        WriteTable(lines, output);
        return exitCode;
    }

    private static void WriteTable(List<string[]> lines, TextWriter output)
    {
        int[] widths = [.. Headings.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            IEnumerable<string> figures = line.Skip(1).Zip(widths.Skip(1), (text, width) => text.PadLeft(width));
            output.WriteLine(string.Join("  ", figures.Prepend(line[0].PadRight(widths[0]))));
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
}
