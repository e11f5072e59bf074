using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

/// <summary>Projects and solutions, which the tool builds.</summary>
/// <param name="solution">A solution with an application and a library.</param>
public sealed class ProjectTests(ProjectTests.Solution solution) : IClassFixture<ProjectTests.Solution>
{
    [Fact]
    public async Task A_folder_with_a_project_is_built_with_the_compilers_log_and_measured()
    {
        ToolRun run = await ToolRun.Of("report", solution.Directory["App"], "--count", "10", "--sarif", "-");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonElement[] results =
            [.. JsonDocument.Parse(run.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
        Assert.Contains(results, result => result.GetProperty("ruleId").GetString() == "VanishingActivations");
        Assert.All(["App", "Library"], name => Assert.Contains(
            "\"INIT", File.ReadAllText(solution.Directory[$"{name}/obj/Debug/net10.0/{name}.initgen.sarif"])));
    }

    [Theory]
    [InlineData("App/App.csproj", "Deep,Wide (Library)")]
    [InlineData("Library", "Wide")]
    [InlineData("All.slnx", "Deep (App),Wide (Library)")]
    [InlineData(".", "Deep (App),Wide (Library)")]
    public async Task Networks_of_referenced_libraries_are_listed_with_their_assembly(string target, string names)
    {
        ToolRun run = await ToolRun.Of("list", solution.Directory[target]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(names.Split(','), run.Output.TrimEnd().Split('\n').Skip(1).Select(line => line.Split("  ")[0].TrimEnd()));
    }

    [Fact]
    public async Task What_does_not_build_is_refused_below_what_the_build_said()
    {
        string path = solution.Directory["Broken/Broken.csproj"];
        ToolRun run = await ToolRun.Of("report", path);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("error CS0103", run.Error);
        Assert.EndsWith($"'{path}' does not build; what dotnet build said stands above.\n", run.Error);
    }

    /// <summary>The solution, in a folder of its own, with the generator and the rules of this build.</summary>
    public sealed class Solution : IDisposable
    {
        private static readonly string[] Analyzers = ["InitGen.Core", "InitGen", "InitGen.Analyzers"];

        /// <summary>Writes the solution.</summary>
        public Solution()
        {
            Write("All.slnx", """<Solution><Project Path="App/App.csproj" /><Project Path="Library/Library.csproj" /></Solution>""");
            Write("App/App.csproj", Project("""<ProjectReference Include="../Library/Library.csproj" />""", "Exe"));
            Write("App/Deep.cs", """
                using InitGen;

                System.Console.WriteLine(new Wide(seed: 1).Parameters.Length);

                [Network(100)]
                public sealed partial class Deep
                {
                    [Dense(100, Activation.Tanh, Init.Normal, StdDev = 0.01, Repeat = 5)]
                    public partial DenseStack Hidden { get; }
                }
                """);
            Write("Library/Library.csproj", Project("", "Library"));
            Write("Library/Wide.cs", """
                using InitGen;

                [Network(10)]
                public sealed partial class Wide
                {
                    [Dense(8, Activation.Tanh, Init.Zeros)]
                    public partial DenseLayer Hidden { get; }

                    [Dense(2)]
                    public partial DenseLayer Output { get; }
                }
                """);
            Write("Broken/Broken.csproj", Project("", "Library"));
            Write("Broken/Broken.cs", "public class Broken { public int Number => Missing; }");
        }

        /// <summary>Its folder.</summary>
        internal TemporaryDirectory Directory { get; } = new();

        /// <inheritdoc/>
        public void Dispose() => Directory.Dispose();

        private static string Project(string items, string kind) => $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>{kind}</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(INetwork<>).Assembly.Location}" />
                <Reference Include="{typeof(Activation).Assembly.Location}" />
                {string.Concat(Analyzers.Select(name => $"""<Analyzer Include="{AnalyzerPath(name)}" />"""))}
                {items}
              </ItemGroup>
            </Project>
            """;

        private static string AnalyzerPath(string name) => Path.GetFullPath(Path.Combine(
            AppContext.BaseDirectory, "../../../../../src", name, "bin", BuiltAssembly.Configuration, $"netstandard2.0/{name}.dll"));

        private void Write(string name, string text)
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Directory[name])!);
            Directory.Write(name, text);
        }
    }
}
