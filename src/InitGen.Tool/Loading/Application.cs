using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Reporting;
using InitGen.Tool.Building;

namespace InitGen.Tool.Loading;

/// <summary>A built application or library.</summary>
/// <param name="Path">The path of its assembly.</param>
/// <param name="ErrorLogs">The logs that the compiler wrote of the assembly, and of those of the projects that it refers to.</param>
internal sealed record Application(string Path, IReadOnlyList<string> ErrorLogs)
{
    private const string LogEnding = ".initgen.sarif"; // ErrorLog.targets calls them so

    private static readonly string[] SolutionExtensions = [".sln", ".slnx", ".slnf"];
    private static readonly string[] ProjectExtensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Finds applications; builds them, where a project, a solution or a folder with one is named.</summary>
    /// <param name="path">The path of an assembly, a project, a solution or a folder.</param>
    /// <param name="configuration">The configuration that is built; null for the project's own.</param>
    /// <param name="error">Where the build's output goes, where it fails.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <exception cref="ToolException">There is none, or it does not build.</exception>
    public static async Task<IReadOnlyList<Application>> FindAsync(
        string path, string? configuration, TextWriter error, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return await ProjectBuild.RunAsync(ProjectIn(path), configuration, error, cancellationToken);
        }

        if (!File.Exists(path))
        {
            throw new ToolException(
                $"There is no file or folder '{path}'; give a project, a folder with one, or the .dll that dotnet build makes.");
        }

        if (HasExtension(path, [.. SolutionExtensions, .. ProjectExtensions]))
        {
            return await ProjectBuild.RunAsync(path, configuration, error, cancellationToken);
        }

        return configuration is null
            ? [new Application(path, [])]
            : throw new ToolException(
                $"--configuration is for what is built, but '{path}' is built already; give a project or leave the option out.");
    }

    /// <summary>What the compiler said when it made an assembly; null where that is not known.</summary>
    /// <param name="assembly">The name of the assembly.</param>
    /// <exception cref="ToolException">The log cannot be read.</exception>
    public CompilerLog? LogOf(string assembly)
    {
        string? log = ErrorLogs.FirstOrDefault(path => System.IO.Path.GetFileName(path) == assembly + LogEnding && File.Exists(path));
        try
        {
            return log is null ? null : CompilerLog.Load(log);
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException(exception.Message, exception);
        }
    }

    // A solution before a project, which it holds.
    private static string ProjectIn(string folder)
    {
        string[] files = [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal)];
        string[] solutions = [.. files.Where(file => HasExtension(file, SolutionExtensions))];
        string[] found = solutions.Length > 0 ? solutions : [.. files.Where(file => HasExtension(file, ProjectExtensions))];
        return found switch
        {
            [string one] => one,
            [] => throw new ToolException(
                $"The folder '{folder}' has no project and no solution; give one that has, or the .dll that dotnet build makes."),
            _ => throw new ToolException(
                $"The folder '{folder}' has several: {string.Join(", ", found.Select(file => System.IO.Path.GetFileName(file)))}; "
                    + "give the path of one."),
        };
    }

    private static bool HasExtension(string path, string[] extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
