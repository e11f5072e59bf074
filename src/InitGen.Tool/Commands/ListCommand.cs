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
        Argument<string> assembly = AssemblyArgument.Create();
        var command = new Command("list", "Lists the networks of a built assembly.") { assembly };
        command.SetAction(parsed => Write(
            NetworkAssembly.Load(parsed.GetRequiredValue(assembly), parsed.InvocationConfiguration.Error),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Write(NetworkAssembly assembly, TextWriter output)
    {
        string[][] lines = [Headings, .. assembly.Networks.Select(Describe)];
        int[] widths = [.. Headings.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            IEnumerable<string> figures = line.Skip(1).Zip(widths.Skip(1), (text, width) => text.PadLeft(width));
            output.WriteLine(string.Join("  ", figures.Prepend(line[0].PadRight(widths[0]))));
        }
    }

    private static string[] Describe(NetworkType network) =>
    [
        network.Name,
        NumberText.Of((long)network.InputSize),
        NumberText.Of((long)network.OutputSize),
        NumberText.Of((long)network.LayerCount),
        NumberText.Of((long)network.ParameterCount),
    ];
}
