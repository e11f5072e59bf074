using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace InitGen.CompileTime;

/// <summary>Whole builds of projects that generate their code, against the same projects with that code checked in: once with all
/// analyzers off, once as users build, where the project without the generator has the SDK's analyzers alone.</summary>
internal static class Builds
{
    private const string Checked = "checked in";
    private const string Generated = "generated";
    private const int ChildrenOfThisProcess = -1;

    /// <summary>Measures and prints a table.</summary>
    public static void Measure()
    {
        Console.WriteLine("| networks of 10 layers | analyzers | build with the code checked in, s | with the generator, s | slower by | CPU added, s |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (int count in new[] { 1, 100, 1_000 })
        {
            string folder = Directory.CreateTempSubdirectory("initgen-builds-").FullName;
            try
            {
                Write(folder, count);
                foreach (bool analyzers in new[] { false, true })
                {
                    Compare(folder, count, analyzers);
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        Console.WriteLine();
    }

    private static void Compare(string folder, int count, bool analyzers)
    {
        List<(double Wall, double Processor)> withCode = [], withGenerator = [];
        for (int run = 0; run < 5; run++)
        {
            withCode.Add(Build(Path.Combine(folder, Checked), analyzers));
            withGenerator.Add(Build(Path.Combine(folder, Generated), analyzers));
        }

        double code = Medians.Of([.. withCode.Select(static time => time.Wall)]);
        double generator = Medians.Of([.. withGenerator.Select(static time => time.Wall)]);
        double processor = Medians.Of([.. withGenerator.Zip(withCode, static (more, less) => more.Processor - less.Processor)]);
        Console.WriteLine($"| {count:N0} | {(analyzers ? "on" : "off")} | {code:F2} | {generator:F2} | {(generator / code) - 1:P0} | {processor:F2} |");
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
        Run(Path.Combine(folder, Generated), "build", "--no-restore", "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={output}");
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
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>
              <ItemGroup>{references}{(hasGenerator ? generator : "")}</ItemGroup>
            </Project>
            """;
    }

    private static (double Wall, double Processor) Build(string project, bool analyzers)
    {
        double before = ProcessorSeconds();
        double wall = Medians.Elapsed(() => Run(project, "build", "--no-restore", "--no-incremental", $"-p:RunAnalyzers={analyzers}"));
        return (wall / 1000, ProcessorSeconds() - before);
    }

    private static void Run(string project, string command, params IEnumerable<string> arguments)
    {
        // No server outlives the build: its time would be missing from this one, or another's be in it.
        ProcessStartInfo start = new("dotnet", [command, .. arguments, "-nodeReuse:false", "-v:quiet"]) { WorkingDirectory = project, RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'dotnet {command}' fails in '{project}': {output}");
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
