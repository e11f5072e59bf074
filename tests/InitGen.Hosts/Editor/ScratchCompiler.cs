using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using CliWrap;

namespace InitGen.Hosts.Editor;

/// <summary>The compiler of the SDK, in a process of its own for each build, with the options that <c>dotnet build</c> hands to it.</summary>
internal sealed class ScratchCompiler
{
    // Stands on the command line itself.
    private const string NoDefaults = "/noconfig";

    private readonly UserProject _project;
    private readonly string _compiler;
    private readonly string[] _options;
    private readonly Dictionary<string, ScratchBuild> _builds = [];

    private ScratchCompiler(UserProject project, JsonElement evaluation)
    {
        _project = project;
        _compiler = evaluation.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()! + "/bincore/csc.dll";
        _options =
        [
            .. evaluation.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!).Where(option => !IsOwnSource(option) && option != NoDefaults),
        ];
    }

    /// <summary>The compiler of a project.</summary>
    /// <param name="project">The project, restored.</param>
    public static async Task<ScratchCompiler> Of(UserProject project)
    {
        string text = await PackedPackage.Dotnet(
            project.Folder, "build", "--no-restore", "-t:Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
            "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath");
        using JsonDocument evaluation = JsonDocument.Parse(text);
        return new ScratchCompiler(project, evaluation.RootElement);
    }

    /// <summary>Builds the project as it stands. The same text is built once.</summary>
    public async Task<ScratchBuild> Build()
    {
        string state = _project.State;
        if (!_builds.TryGetValue(state, out ScratchBuild? build))
        {
            build = await Run();
            _builds.Add(state, build);
        }

        return build;
    }

    // Generated sources stand in obj/, those of the user beside the project.
    private static bool IsOwnSource(string option) => option.EndsWith(".cs", StringComparison.Ordinal) && !option.Contains('/');

    private async Task<ScratchBuild> Run()
    {
        string output = Directory.CreateDirectory(_project.PathOf($"obj/scratch/{_builds.Count}")).FullName;
        string log = output + "/log.sarif";
        string responseFile = output + "/options.rsp";
        string[] settings = File.Exists(_project.PathOf(".editorconfig")) ? ["/analyzerconfig:.editorconfig"] : [];
        await File.WriteAllLinesAsync(
            responseFile,
            [
                .. _options, .. settings, .. _project.SourceFiles,
                $"/errorlog:{log},version=2.1", $"/generatedfilesout:{output}", $"/out:{output}/App.dll",
            ]);
        await Cli.Wrap("dotnet").WithArguments([_compiler, NoDefaults, "@" + responseFile]).WithWorkingDirectory(_project.Folder)
            .WithEnvironmentVariables(variables => variables.Set("DOTNET_TieredPGO", "0"))
            .WithValidation(CommandResultValidation.None).ExecuteAsync(TestContext.Current.CancellationToken);

        return new ScratchBuild(
            ReadLog(await File.ReadAllTextAsync(log)),
            Directory.GetFiles(output, "*.g.cs", SearchOption.AllDirectories).ToDictionary(path => Path.GetFileName(path), File.ReadAllText));
    }

    // SARIF 2.1.0.
    private static Finding[] ReadLog(string text)
    {
        using JsonDocument log = JsonDocument.Parse(text);
        return [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(IsHeard).Select(ReadResult)];
    }

    private static bool IsHeard(JsonElement result) =>
        !result.TryGetProperty("suppressions", out _) && result.GetProperty("level").GetString() != "none";

    private static Finding ReadResult(JsonElement result)
    {
        (string file, int line, int column) = result.TryGetProperty("locations", out JsonElement places) ? ReadPlace(places[0]) : ("", 0, 0);
        return new Finding(
            file, line, column, result.GetProperty("level").GetString()!, result.GetProperty("ruleId").GetString()!,
            result.GetProperty("message").GetProperty("text").GetString()!);
    }

    private static (string File, int Line, int Column) ReadPlace(JsonElement location)
    {
        JsonElement place = location.GetProperty("physicalLocation");
        JsonElement region = place.GetProperty("region");
        return (
            Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }
}
