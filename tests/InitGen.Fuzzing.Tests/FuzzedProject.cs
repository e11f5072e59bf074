using System.Collections.Generic;
using System.Linq;
using System.Text;
using InitGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Fuzzing.Tests;

/// <summary>A project with definitions, right or wrong.</summary>
/// <param name="Files">The texts of its files.</param>
/// <param name="ParseOptions">How they are parsed.</param>
/// <param name="Options">How they are compiled.</param>
internal sealed record FuzzedProject(IReadOnlyList<string> Files, CSharpParseOptions ParseOptions, CSharpCompilationOptions Options)
{
    // References take time to read, which all compilations share.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Fuzzed", references: MetadataReferences.Default);

    /// <summary>The project, parsed and not generated.</summary>
    public CSharpCompilation Compilation => Empty.WithOptions(Options).AddSyntaxTrees(
        Files.Select((text, index) => CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, PathOf(index))));

    /// <summary>The path of a file.</summary>
    public static string PathOf(int file) => $"/0/File{file}.cs";

    /// <summary>All that is needed to see it again.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.AppendLine($"C# {ParseOptions.LanguageVersion}, documentation {ParseOptions.DocumentationMode}, symbols [{string.Join(", ", ParseOptions.PreprocessorSymbolNames)}], "
            + $"nullable {Options.NullableContextOptions}, checked {Options.CheckOverflow}, unsafe {Options.AllowUnsafe}");
        for (int file = 0; file < Files.Count; file++)
        {
            text.AppendLine($"---- {PathOf(file)}").AppendLine(Files[file]);
        }

        return text.ToString();
    }
}
