using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Testing.Snapshots;
using StreamJsonRpc;

namespace InitGen.Hosts.Editor;

/// <summary>csharp-ls, asked as an editor asks it: the language server protocol, version 3.17.</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process _process;
    private readonly JsonRpc _connection;
    private readonly UserProject _project;
    private readonly Dictionary<string, int> _versions = [];
    private readonly Editor _editor = new();

    private LanguageServer(UserProject project)
    {
        _project = project;
        ProcessStartInfo start = new("dotnet", ["tool", "run", "csharp-ls", "--", "--features", "metadata-uris"])
        {
            WorkingDirectory = RepositoryRoot.FullPath,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        SystemTextJsonFormatter formatter = new()
        {
            JsonSerializerOptions = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull },
        };
        _connection = new JsonRpc(
            new HeaderDelimitedMessageHandler(_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream, formatter), _editor);
        _connection.StartListening();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts it on a project and opens its files.</summary>
    /// <param name="project">The project.</param>
    public static async Task<LanguageServer> Start(UserProject project)
    {
        LanguageServer server = new(project);
        await server.Ask<JsonElement>("initialize", new
        {
            processId = Environment.ProcessId,
            workspaceFolders = new[] { new { uri = UriOf(project.Folder), name = "project" } },
            rootUri = UriOf(project.Folder),
            capabilities = new
            {
                workspace = new { configuration = true },
                textDocument = new
                {
                    diagnostic = new { },
                    hover = new { contentFormat = new[] { "markdown" } },
                    codeAction = new { codeActionLiteralSupport = new { codeActionKind = new { valueSet = new[] { "quickfix" } } } },
                },
            },
        });
        await server.Tell("initialized", new { });
        foreach (string file in project.SourceFiles)
        {
            await server.Show(file);
        }

        return server;
    }

    /// <summary>Tells it the text of a file as it stands now: opened, or typed in.</summary>
    /// <param name="file">The file.</param>
    public Task Show(string file)
    {
        string text = _project.Read(file);
        string uri = UriOf(_project.PathOf(file));
        if (_versions.TryAdd(file, 1))
        {
            return Tell("textDocument/didOpen", new { textDocument = new { uri, languageId = "csharp", version = 1, text } });
        }

        return Tell(
            "textDocument/didChange",
            new { textDocument = new { uri, version = ++_versions[file] }, contentChanges = new[] { new { text } } });
    }

    /// <summary>Tells it that a file is gone.</summary>
    /// <param name="file">The file.</param>
    public async Task Remove(string file)
    {
        _versions.Remove(file);
        await Tell("textDocument/didClose", new { textDocument = new { uri = UriOf(_project.PathOf(file)) } });
        await Tell("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = UriOf(_project.PathOf(file)), type = 3 } } });
    }

    /// <summary>Lets it load the project anew: it reads <c>.editorconfig</c> at no other time.</summary>
    public async Task Reload()
    {
        _versions.Clear();
        Task loading = _editor.NextLoading();
        object[] folders = [new { uri = UriOf(_project.Folder), name = "project" }];
        await Tell("workspace/didChangeWorkspaceFolders", new { @event = new { removed = folders, added = folders } });
        await loading; // what is asked before is answered as before
    }

    /// <summary>What it says of a file, without what it says in a whisper.</summary>
    /// <param name="file">The file.</param>
    public async Task<IReadOnlyList<Finding>> Findings(string file)
    {
        DiagnosticReport report = await Ask<DiagnosticReport>("textDocument/diagnostic", new { textDocument = Document(file) });
        return
        [
            .. report.Items.Where(item => item.Severity <= 3).Select(item => new Finding(
                file, item.Range.Start.Line + 1, item.Range.Start.Character + 1, Severities[item.Severity], item.Code, item.Message)),
        ];
    }

    /// <summary>What it shows of the name at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">The place.</param>
    public async Task<string> Hover(string file, Position position) =>
        (await Ask<HoverText?>("textDocument/hover", new { textDocument = Document(file), position }))?.Contents.Value ?? "";

    /// <summary>The names that it offers at a place.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">The place.</param>
    public async Task<IReadOnlyList<string>> Completions(string file, Position position)
    {
        CompletionList list = await Ask<CompletionList>("textDocument/completion", new { textDocument = Document(file), position });
        return [.. list.Items.Select(item => item.Label)];
    }

    /// <summary>The titles of the actions that it offers for a finding.</summary>
    /// <param name="finding">The finding.</param>
    public async Task<IReadOnlyList<string>> Actions(Finding finding)
    {
        Position position = new(finding.Line - 1, finding.Column - 1);
        Titled[] actions = await Ask<Titled[]>("textDocument/codeAction", new
        {
            textDocument = Document(finding.File),
            range = new Range(position, position),
            context = new { diagnostics = Array.Empty<object>() },
        });
        return [.. actions.Select(action => action.Title)];
    }

    /// <summary>The text of a generated file; null where there is none of that name.</summary>
    /// <param name="name">The name of the file.</param>
    public async Task<string?> GeneratedFile(string name)
    {
        string uri = $"csharp:{_project.ProjectFile}/generated/{name}";
        return (await Ask<Metadata?>("csharp/metadata", new { textDocument = new { uri } }))?.Source;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static readonly string[] Severities = ["", "error", "warning", "note"];

    private static string UriOf(string path) => new Uri(path).AbsoluteUri;

    private object Document(string file) => new { uri = UriOf(_project.PathOf(file)) };

    private Task<T> Ask<T>(string method, object parameters) =>
        _connection.InvokeWithParameterObjectAsync<T>(method, parameters, Cancelled);

    private Task Tell(string method, object parameters) => _connection.NotifyWithParameterObjectAsync(method, parameters);

    // What the server asks and tells the editor.
    private sealed class Editor
    {
        private TaskCompletionSource _loading = new();

        public Task NextLoading() => (_loading = new TaskCompletionSource()).Task.WaitAsync(TimeSpan.FromMinutes(3), Cancelled);

        [JsonRpcMethod("window/logMessage", UseSingleObjectParameterDeserialization = true)]
        public void Log(JsonElement parameters)
        {
            if (parameters.GetProperty("message").GetString()!.Contains("load solution"))
            {
                _loading.TrySetResult();
            }
        }

        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public object[] Configuration(JsonElement parameters) =>
            [.. parameters.GetProperty("items").EnumerateArray().Select(_ => new { analyzersEnabled = true })];
    }

    private sealed record DiagnosticReport(Item[] Items);

    private sealed record Item(Range Range, int Severity, string Code, string Message);

    private sealed record Range(Position Start, Position End);

    private sealed record HoverText(Markup Contents);

    private sealed record Markup(string Value);

    private sealed record CompletionList(CompletionItem[] Items);

    private sealed record CompletionItem(string Label);

    private sealed record Titled(string Title);

    private sealed record Metadata(string Source);
}

/// <summary>A place in a text, both from 0.</summary>
internal sealed record Position(int Line, int Character);
