using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Generators;

/// <summary>Runs an incremental generator again and again while sources are edited, as an IDE does, with every step tracked.</summary>
/// <typeparam name="TGenerator">The generator.</typeparam>
public sealed class GeneratorSession<TGenerator>
    where TGenerator : IIncrementalGenerator, new()
{
    private readonly List<SyntaxTree> _documents = [];
    private CSharpCompilation _compilation;
    private GeneratorDriver _driver;

    /// <summary>Starts with the given documents; nothing runs yet.</summary>
    /// <param name="sources">Their contents.</param>
    public GeneratorSession(params string[] sources)
        : this(new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.Diagnose), sources)
    {
    }

    /// <summary>Starts with the given documents; nothing runs yet.</summary>
    /// <param name="parseOptions">How they are parsed.</param>
    /// <param name="sources">Their contents.</param>
    /// <param name="compilationOptions">How they are compiled; null: a library with nullable references and every warning.</param>
    /// <param name="references">What they are compiled against beside the library.</param>
    public GeneratorSession(
        CSharpParseOptions parseOptions,
        IEnumerable<string> sources,
        CSharpCompilationOptions? compilationOptions = null,
        params IEnumerable<MetadataReference> references)
    {
        ParseOptions = parseOptions;
        _compilation = CSharpCompilation.Create(
            "TestProject",
            references: [.. MetadataReferences.Default, .. references],
            options: compilationOptions ?? new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, warningLevel: int.MaxValue, nullableContextOptions: NullableContextOptions.Enable));
        _driver = CSharpGeneratorDriver.Create(
            [new TGenerator().AsSourceGenerator()],
            parseOptions: parseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        foreach (string source in sources)
        {
            AddDocument(source);
        }
    }

    /// <summary>How documents are parsed.</summary>
    public CSharpParseOptions ParseOptions { get; }

    /// <summary>The documents as they are now, without what is generated.</summary>
    public CSharpCompilation Compilation => _compilation;

    /// <summary>Adds a document behind the others.</summary>
    /// <param name="source">Its content.</param>
    public void AddDocument(string source)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/0/Test{_documents.Count}.cs");
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, ParseOptions, path);
        _documents.Add(tree);
        _compilation = _compilation.AddSyntaxTrees(tree);
    }

    /// <summary>Edits a document as a person does in an editor: the parser reuses what did not change.</summary>
    /// <param name="document">The document's number, from 0.</param>
    /// <param name="find">A text that stands in it once.</param>
    /// <param name="replacement">What stands there instead.</param>
    /// <exception cref="ArgumentException"><paramref name="find"/> does not stand in it exactly once.</exception>
    public void Edit(int document, string find, string replacement)
    {
        SourceText text = _documents[document].GetText();
        int position = text.ToString().IndexOf(find, StringComparison.Ordinal);
        if (position < 0 || text.ToString().IndexOf(find, position + 1, StringComparison.Ordinal) >= 0)
        {
            throw new ArgumentException($"'{find}' does not stand in document {document} exactly once.", nameof(find));
        }

        // What stays before and behind is not part of the change.
        int before = find.AsSpan().CommonPrefixLength(replacement);
        int behind = 0;
        while (behind < Math.Min(find.Length, replacement.Length) - before && find[^(behind + 1)] == replacement[^(behind + 1)])
        {
            behind++;
        }

        SourceText edited = text.Replace(position + before, find.Length - before - behind, replacement[before..^behind]);
        Replace(document, _documents[document].WithChangedText(edited));
    }

    /// <summary>Parses every document anew from an equal text, so that no syntax node survives.</summary>
    public void ReparseAll()
    {
        for (int document = 0; document < _documents.Count; document++)
        {
            SyntaxTree old = _documents[document];
            Replace(document, CSharpSyntaxTree.ParseText(SourceText.From(old.ToString()), ParseOptions, old.FilePath));
        }
    }

    /// <summary>Runs the generator.</summary>
    /// <param name="cancellationToken">Ends the run early.</param>
    public GenerationResult Run(CancellationToken cancellationToken = default)
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(
            _compilation, out Compilation updated, out ImmutableArray<Diagnostic> _, cancellationToken);
        return new GenerationResult(_driver.GetRunResult(), updated);
    }

    private void Replace(int document, SyntaxTree tree)
    {
        _compilation = _compilation.ReplaceSyntaxTree(_documents[document], tree);
        _documents[document] = tree;
    }
}
