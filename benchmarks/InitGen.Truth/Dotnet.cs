using System.Diagnostics;

namespace InitGen.Truth;

/// <summary>Runs the SDK's commands.</summary>
internal static class Dotnet
{
    /// <summary>Runs a command in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <exception cref="InvalidOperationException">It fails.</exception>
    public static void Run(string folder, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet {string.Join(' ', arguments)}' fails: {output.Trim()}");
        }
    }
}
