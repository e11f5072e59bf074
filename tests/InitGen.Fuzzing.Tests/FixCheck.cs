using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using InitGen.CodeFixes;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Fuzzing.Tests;

/// <summary>What must hold of any fix on offer.</summary>
internal static class FixCheck
{
    private static readonly ImmutableArray<CodeFixProvider> Fixers =
    [
        .. typeof(Fixer).Assembly.GetTypes()
            .Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(CodeFixProvider)))
            .Select(static type => (CodeFixProvider)System.Activator.CreateInstance(type)!),
    ];

    private static readonly AdhocWorkspace Workspace = new();

    /// <summary>Applies one of the fixes on offer, if there is one: it must mend what it is for and break nothing.</summary>
    /// <param name="project">The project.</param>
    /// <param name="written">The project, parsed and not generated.</param>
    /// <param name="said">What the compiler and the analyzers say of it, generated.</param>
    /// <param name="chance">Decides which fix is applied.</param>
    /// <param name="cancellation">Ends the check early.</param>
    public static async Task RunAsync(
        FuzzedProject project, Compilation written, ImmutableArray<Diagnostic> said, Chance chance, CancellationToken cancellation)
    {
        Diagnostic[] fixable = [.. said.Where(static diagnostic => diagnostic.Location.IsInSource && Fixers.Any(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))];
        if (fixable.Length == 0)
        {
            return;
        }

        Diagnostic diagnostic = fixable[chance.Below(fixable.Length)];
        foreach (CodeAction action in await OffersAsync(project, diagnostic, cancellation))
        {
            FuzzedProject mended = await ApplyAsync(project, action, cancellation);
            ProjectCheck.Generate(ProjectCheck.NewDriver(mended), mended.Compilation, out Compilation mendedCode, cancellation);
            ImmutableArray<Diagnostic> left = await ProjectCheck.DiagnoseAsync(mendedCode, cancellation);
            string story = $"'{action.Title}' for {diagnostic}\n{mended}";

            Assert.True(
                left.Count(other => IsAlike(other, diagnostic)) < said.Count(other => IsAlike(other, diagnostic)),
                $"A fix leaves what it is for: {story}");
            if (!left.Any(ProjectCheck.IsErrorOfRule) && left.Any(IsError) && ProjectCheck.ErrorsOf(written, cancellation).Count == 0)
            {
                // What the compiler says of a property that no attribute makes a layer is not the fix's to mend, nor what rules do not say of
                // a file that says that it is generated.
                string[] silent = [.. mended.Files.Where(ProjectCheck.SaysItIsGenerated)];
                IEnumerable<string> errors = TextsOfErrors([.. left.Where(error => !silent.Contains($"{error.Location.SourceTree}"))])
                    .Except(TextsOfErrors(written.GetDiagnostics(cancellation)));
                Assert.True(!errors.Any(), $"A fix leaves code that does not compile: {string.Join("; ", errors)} {story}");
            }
        }
    }

    // A layer that is mended may leave the next one with what it had hidden.
    private static bool IsAlike(Diagnostic one, Diagnostic other) => one.Id == other.Id && PropertyAt(one) == PropertyAt(other);

    private static string? PropertyAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>()?.Identifier.ValueText;

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static IEnumerable<string> TextsOfErrors(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(IsError).Select(static error => $"{error.Id}: {error.GetMessage(CultureInfo.InvariantCulture)}");

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(FuzzedProject project, Diagnostic diagnostic, CancellationToken cancellation)
    {
        Document document = Open(project).Documents.First(document => document.FilePath == diagnostic.Location.SourceTree!.FilePath);
        List<CodeAction> offers = [];
        foreach (CodeFixProvider fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => offers.Add(action), cancellation));
        }

        return offers;
    }

    private static async Task<FuzzedProject> ApplyAsync(FuzzedProject project, CodeAction action, CancellationToken cancellation)
    {
        ApplyChangesOperation operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(cancellation)));
        List<string> files = [];
        foreach (Document document in operation.ChangedSolution.Projects.Single().Documents)
        {
            files.Add((await document.GetTextAsync(cancellation)).ToString());
        }

        Assert.NotEqual(project.Files, files);
        return project with { Files = files };
    }

    private static Project Open(FuzzedProject project)
    {
        var id = ProjectId.CreateNewId();
        return Workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id,
            VersionStamp.Default,
            "Fuzzed",
            "Fuzzed",
            LanguageNames.CSharp,
            compilationOptions: project.Options,
            parseOptions: project.ParseOptions,
            metadataReferences: MetadataReferences.Default,
            documents: project.Files.Select((text, file) => DocumentInfo.Create(
                DocumentId.CreateNewId(id),
                FuzzedProject.PathOf(file),
                loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default)),
                filePath: FuzzedProject.PathOf(file))))).GetProject(id)!;
    }
}
