using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;

namespace InitGen.Tool.Commands;

/// <summary>Options that name a file to write.</summary>
internal static class OutputFile
{
    /// <summary>What stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>Makes one.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="description">What is written.</param>
    /// <param name="isText">Whether it may go to standard output instead.</param>
    public static Option<string?> Create(string name, string description, bool isText) => new(name)
    {
        Description = description,
        HelpName = isText ? "file|-" : "file",
        CustomParser = argument => Parse(argument, name, isText),
    };

    // Told before the work is done, not after it.
    private static string? Parse(ArgumentResult argument, string name, bool isText)
    {
        string path = argument.Tokens[0].Value;
        if (path == StandardOutput)
        {
            if (!isText)
            {
                argument.AddError($"{name} needs the name of a file; it cannot go to standard output.");
            }
        }
        else if (!CanBeWritten(path))
        {
            argument.AddError($"'{path}' is not a file that can be written; give the name of a file in a folder that exists.");
        }

        return path;
    }

    private static bool CanBeWritten(string path) =>
        path.Length > 0 && !path.Contains('\0') && !Path.EndsInDirectorySeparator(path) && !Directory.Exists(path)
        && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));
}
