using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Tool.Loading;

namespace InitGen.Tool.Building;

/// <summary>Builds projects and solutions with <c>dotnet build</c>, which tells where the assemblies are.</summary>
internal static class ProjectBuild
{
    /// <summary>Builds a project, or all projects of a solution.</summary>
    /// <param name="project">The path of its file.</param>
    /// <param name="configuration">The configuration; null for the project's own.</param>
    /// <param name="error">Where the build's output goes, where it fails.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>The assemblies; of a project with several target frameworks, the one for the latest .NET that runs here.</returns>
    /// <exception cref="ToolException">It does not build.</exception>
    public static async Task<IReadOnlyList<Application>> RunAsync(
        string project, string? configuration, TextWriter error, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(project);
        string[] arguments =
        [
            "build",
            Path.Combine(AppContext.BaseDirectory, "Building", "Build.proj"),
            "-getTargetResult:Build",
            $"-property:InitGenProject={Escaped(path)}",
            .. configuration is null ? (string[])[] : ["--configuration", configuration],
        ];
        (int exitCode, string output, string errors) = await Run(arguments, Path.GetDirectoryName(path)!, cancellationToken);
        if (exitCode == 0)
        {
            return Assemblies(output);
        }

        await error.WriteLineAsync(errors.Trim() is { Length: > 0 } said ? said : output.Trim());
        throw new ToolException($"'{project}' does not build; what dotnet build said stands above.");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Run(
        string[] arguments, string folder, CancellationToken cancellationToken)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            WorkingDirectory = folder, // where its global.json counts
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_NOLOGO"] = "1" },
        };
        try
        {
            using Process process = Process.Start(start)!;
            try
            {
                Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return (process.ExitCode, await output, await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception exception)
        {
            throw new ToolException(
                $"'{dotnet}' cannot be started, so that nothing can be built; install the .NET SDK, or give the .dll of what is built.",
                exception);
        }
    }

    private static Application[] Assemblies(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return
        [
            .. document.RootElement.GetProperty("TargetResults").GetProperty("Build").GetProperty("Items").EnumerateArray()
                .GroupBy(item => Text(item, "MSBuildSourceProjectFile"))
                .Select(assemblies => assemblies.OrderBy(Runs).ThenBy(FrameworkOf).Last())
                .Select(item => new Application(
                    Text(item, "FullPath"), Text(item, "InitGenErrorLogs").Split(';', StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    private static bool Runs(JsonElement item) =>
        Text(item, "TargetFrameworkIdentifier") == ".NETCoreApp"
        && FrameworkOf(item) <= new Version(Environment.Version.Major, Environment.Version.Minor);

    private static Version FrameworkOf(JsonElement item) =>
        Version.TryParse(Text(item, "TargetFrameworkVersion").TrimStart('v'), out Version? version) ? version : new Version();

    private static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";

    // What means something in a value of MSBuild.
    private static string Escaped(string path) =>
        path.Replace("%", "%25", StringComparison.Ordinal)
            .Replace(";", "%3B", StringComparison.Ordinal)
            .Replace("$", "%24", StringComparison.Ordinal)
            .Replace("@", "%40", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
