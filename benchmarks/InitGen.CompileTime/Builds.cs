using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace InitGen.CompileTime;

/// <summary>Whole builds of projects that generate their code, against the same projects with that code checked in: with all analyzers off
/// and as users build, where the project without the generator has the SDK's analyzers alone; in a new compiler process and in the compiler
/// server, which builds use unless told otherwise.</summary>
internal static class Builds
{
    private const string Checked = "checked in";
    private const string Generated = "generated";
    private const int Runs = 5;
    private const int ChildrenOfThisProcess = -1;

    /// <summary>Measures and prints a table.</summary>
    /// <param name="counts">How many networks the projects have.</param>
    public static void Measure(params IEnumerable<int> counts)
    {
        Console.WriteLine("| networks of 10 layers | compiler | analyzers | build with the code checked in, s | with the generator, s | "
            + "slower by | CPU added, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (int count in counts)
        {
            string folder = Directory.CreateTempSubdirectory("initgen-builds-").FullName;
            try
            {
                Write(folder, count);
                foreach (bool server in new[] { false, true })
                {
                    foreach (bool analyzers in new[] { false, true })
                    {
                        Compare(folder, count, analyzers, server);
                    }
                }

                Run(folder, "build-server", "shutdown", "--vbcscompiler");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine();
    }

    private static void Compare(string folder, int count, bool analyzers, bool server)
    {
        int warmUps = server ? 1 : 0; // which starts it
        var runs = Enumerable.Range(0, warmUps + Runs)
            .Select(_ => (
                Code: Build(Path.Combine(folder, Checked), analyzers, server),
                Generator: Build(Path.Combine(folder, Generated), analyzers, server)))
            .Skip(warmUps)
            .ToArray();

        double code = Medians.Of([.. runs.Select(static run => run.Code.Wall)]);
        double generator = Medians.Of([.. runs.Select(static run => run.Generator.Wall)]);
        // The server is no child of this process.
        string processor = server ? "" : $"{Medians.Of([.. runs.Select(static run => run.Generator.Processor - run.Code.Processor)]):F2}";
        Console.WriteLine($"| {count:N0} | {(server ? "server" : "new")} | {(analyzers ? "on" : "off")} | {code:F2} | {generator:F2} | "
            + $"{(generator / code) - 1:P0} | {processor} |");
    }

    private static void Write(string folder, int count)
    {
        foreach (string name in new[] { Checked, Generated })
        {
            string project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllText(Path.Combine(project, "Networks.csproj"), ProjectFile(hasGenerator: name == Generated));
            foreach (SyntaxTree tree in Networks.Project(count).SyntaxTrees)
            {
                File.WriteAllText(Path.Combine(project, tree.FilePath), tree.ToString());
            }

            Run(project, "restore");
        }

        string output = Path.Combine(folder, Checked, "Code");
        Run(
            Path.Combine(folder, Generated),
            "build",
            "--no-restore",
            "-v:quiet",
            "-p:UseSharedCompilation=false",
            "-p:EmitCompilerGeneratedFiles=true",
            $"-p:CompilerGeneratedFilesOutputPath={output}");
        if (Directory.GetFiles(output, "*.g.cs", SearchOption.AllDirectories).Length < count)
        {
            throw new InvalidOperationException($"The generator made fewer files than the {count} networks of '{folder}'.");
        }
    }

    private static string ProjectFile(bool hasGenerator)
    {
        string references = string.Concat(Networks.LibraryPaths.Select(static path => $"<Reference Include=\"{path}\" />"));
        string generator = string.Concat(Networks.CompilerSidePaths.Select(static path => $"<Analyzer Include=\"{path}\" />"));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>{references}{(hasGenerator ? generator : "")}</ItemGroup>
            </Project>
            """;
    }

    private static (double Wall, double Processor) Build(string project, bool analyzers, bool server)
    {
        double before = ProcessorSeconds();
        double wall = Medians.Elapsed(() => Run(
            project,
            "build",
            "--no-restore",
            "--no-incremental",
            "-v:quiet",
            $"-p:RunAnalyzers={analyzers}",
            $"-p:UseSharedCompilation={server}"));
        return (wall / 1000, ProcessorSeconds() - before);
    }

    private static void Run(string folder, string command, params IEnumerable<string> arguments)
    {
        // No node outlives the build: its time would be missing from this one, or another's be in it.
        ProcessStartInfo start = new("dotnet", [command, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet {command}' fails in '{folder}': {output}");
        }
    }

    // User and system time of all ended children, which struct rusage begins with.
    private static double ProcessorSeconds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return double.NaN;
        }

        Span<long> usage = stackalloc long[36];
        GetResourceUsage(ChildrenOfThisProcess, ref usage[0]);
        return usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, ref long usage);
}
