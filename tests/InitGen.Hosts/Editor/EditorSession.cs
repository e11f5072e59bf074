using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace InitGen.Hosts.Editor;

/// <summary>A project that is edited in a running host. What is typed is saved too, so that a compiler can be asked of the same text.</summary>
public sealed partial class EditorSession(PackedPackage package) : IAsyncLifetime
{
    private readonly UserProject _project = new(package, "edited");
    private readonly Stack<(string File, string? Text)> _past = [];
    private readonly HashSet<string> _generatedBefore = [];
    private LanguageServer _server = null!;
    private ScratchCompiler _compiler = null!;

    internal LanguageServer Server => _server;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _project.Create(EditedSources.Files);
        _compiler = await ScratchCompiler.Of(_project);
        _server = await LanguageServer.Start(_project);
    }

    /// <summary>Replaces a part of a file.</summary>
    public Task Replace(string file, string before, string after)
    {
        _past.Push((file, _project.Read(file)));
        _project.Replace(file, before, after);
        return _server.Show(file);
    }

    /// <summary>Adds a file.</summary>
    public Task Add(string file, string text)
    {
        _past.Push((file, null));
        _project.Write(file, text);
        return _server.Show(file);
    }

    /// <summary>Deletes a file.</summary>
    public Task Delete(string file)
    {
        _past.Push((file, _project.Read(file)));
        File.Delete(_project.PathOf(file));
        return _server.Remove(file);
    }

    /// <summary>Takes the last edit back.</summary>
    public Task Undo()
    {
        (string file, string? text) = _past.Pop();
        if (text is null)
        {
            File.Delete(_project.PathOf(file));
            return _server.Remove(file);
        }

        _project.Write(file, text);
        return _server.Show(file);
    }

    /// <summary>Writes settings, and has the project loaded anew.</summary>
    public Task Configure(string settings)
    {
        _project.Write(".editorconfig", settings);
        return _server.Reload();
    }

    /// <summary>A host that has seen none of the edits.</summary>
    internal Task<LanguageServer> StartAnew() => LanguageServer.Start(_project);

    /// <summary>In which ways the host shows something else than a build from scratch: what it reports of each file, the files that are
    /// generated, and the words that a pointer calls up.</summary>
    public async Task<IReadOnlyList<string>> Differences()
    {
        List<string> differences = [];
        Task<ScratchBuild> building = _compiler.Build();
        HashSet<Finding> shown = [];
        foreach (string file in _project.SourceFiles)
        {
            shown.UnionWith(await _server.Findings(file));
        }

        ScratchBuild build = await building;
        differences.AddRange(build.Findings.Except(shown).Where(IsOfUser).Select(finding => $"not reported: {finding}"));
        if (build.RunsRules)
        {
            differences.AddRange(build.Findings.Where(finding => !IsOfUser(finding)).Select(finding => $"in generated code: {finding}"));
            differences.AddRange(shown.Except(build.Findings).Select(finding => $"reported, but not by a build: {finding}"));
        }

        if (build.GeneratedFiles.Count > 0)
        {
            _generatedBefore.UnionWith(build.GeneratedFiles.Keys);
            foreach (string file in _generatedBefore)
            {
                string? expected = build.GeneratedFiles.GetValueOrDefault(file);
                if (await _server.GeneratedFile(file) != expected)
                {
                    differences.Add(expected is null ? $"still generated: {file}" : $"generated otherwise: {file}");
                }
            }
        }

        foreach ((string name, IReadOnlyList<string> sentences) in build.GeneratedFiles.Values.SelectMany(Documentation))
        {
            string hover = await Hover(_server, name);
            differences.AddRange(sentences.Where(sentence => !hover.Contains(sentence)).Select(sentence => $"not shown of {name}: {sentence}"));
        }

        return differences;
    }

    /// <summary>All that a host shows: what it reports, the words of every layer and network, and the members that it offers of one.</summary>
    internal async Task<IReadOnlyList<string>> View(LanguageServer server)
    {
        List<string> view = [];
        foreach (string file in _project.SourceFiles)
        {
            view.AddRange((await server.Findings(file)).Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
            foreach (Match declaration in Declarations().Matches(_project.Read(file)))
            {
                view.Add(await server.Hover(file, PositionOf(file, declaration.Groups["name"].Index)));
            }
        }

        view.AddRange(await server.Completions("Program.cs", PositionOf("Program.cs", _project.Read("Program.cs").IndexOf("net.") + "net.".Length)));
        return view;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool IsOfUser(Finding finding) => File.Exists(_project.PathOf(finding.File));

    private async Task<string> Hover(LanguageServer server, string name)
    {
        foreach (string file in _project.SourceFiles)
        {
            if (Declarations().Matches(_project.Read(file)).FirstOrDefault(match => match.Groups["name"].Value == name) is { } declaration)
            {
                return await server.Hover(file, PositionOf(file, declaration.Groups["name"].Index));
            }
        }

        return "";
    }

    private Position PositionOf(string file, int index)
    {
        string[] lines = _project.Read(file)[..index].Split('\n');
        return new Position(lines.Length - 1, lines[^1].Length);
    }

    // The sentences that a generated file says of its network and of each layer, without those that have markup within.
    private static IEnumerable<(string Name, IReadOnlyList<string> Sentences)> Documentation(string text) =>
        from match in DocumentedDeclarations().Matches(text)
        let xml = XElement.Parse("<all>" + match.Groups["xml"].Value.Replace("///", "") + "</all>")
        let sentences = xml.Descendants().Where(element => !element.HasElements).Select(element => element.Value.Trim())
        select (match.Groups["name"].Value, (IReadOnlyList<string>)[.. sentences]);

    [GeneratedRegex(@"public partial (?:DenseLayer|DenseStack) (?<name>\w+)|partial class (?<name>\w+)")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"(?<xml>(?:^ *///.*\n)+) *(?:partial class (?<name>\w+)|public partial \S+ (?<name>\w+) =>)", RegexOptions.Multiline)]
    private static partial Regex DocumentedDeclarations();
}
