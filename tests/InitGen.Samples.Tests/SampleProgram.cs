using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

/// <summary>Runs a sample as a person does, in a process of its own.</summary>
internal static class SampleProgram
{
    /// <summary>The page of a sample.</summary>
    /// <param name="name">The name of the sample.</param>
    public static string ReadMe(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "../../../../../samples", name, "README.md"));

    /// <summary>Runs a sample to its end.</summary>
    /// <param name="name">The name of the sample.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> Run(string name, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
