using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Reporting;
using InitGen.Testing.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Spectre.Console;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>Pages other than those of rules: a block is a file (<c>```csharp</c>), or a program with the other files of its page
/// (<c>```csharp program</c>; what it says to the SDK, <c>#:package</c>, is left out), or statements among the types and variables below (<c>```csharp fragment</c>). The ids of rules that
/// report something of it stand behind: <c>```csharp INIT2003</c>.</summary>
public class PageTests
{
    internal const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        """;

    private const string Surroundings = """
        using InitGen;

        [Network(784)]
        public sealed partial class Classifier
        {
            [Dense(500, Activation.Relu)] public partial DenseLayer Hidden1 { get; }
            [Dense(10, Activation.Softmax)] public partial DenseLayer Output { get; }
        }

        [Network(500)]
        public sealed partial class OtherNetwork
        {
            [Dense(500, Activation.Tanh)] public partial DenseLayer Hidden { get; }
        }

        public abstract class Surroundings
        {
            protected static readonly Classifier net = new(seed: 1);
            protected static readonly float[] inputs = [];
            protected static readonly float[] outputs = [];
            protected static readonly float[] outputGradients = [];
            protected static readonly float[] gradients = [];
            protected static readonly LayerStatistics[] statistics = [];
            protected static readonly GradientStatistics[] gradientStatistics = [];
        }

        """;

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. new[] { typeof(SignalReport), typeof(AnsiConsole), typeof(IAnsiConsole) }
            .Select(static type => type.Assembly.Location)
            .Distinct()
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Pages =>
    [
        .. new[] { "README.md" }
            .Concat(MarkdownIn("docs", SearchOption.TopDirectoryOnly))
            .Concat(MarkdownIn("docs/layers", SearchOption.TopDirectoryOnly))
            .Concat(MarkdownIn("src", SearchOption.AllDirectories))
            .Concat(MarkdownIn("samples", SearchOption.AllDirectories)),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_code_of_a_page_compiles_without_warnings(string page)
    {
        CodeBlock[] blocks = [.. CodeBlock.In(await File.ReadAllTextAsync(RepositoryRoot.Combine(page), TestContext.Current.CancellationToken))];
        CodeBlock[] files = [.. blocks.Where(static block => !IsStatements(block))];
        foreach (CodeBlock block in blocks)
        {
            string[] sources = block.Words.Contains("program") ? [ImplicitUsings, WithoutDirectives(block.Code), .. files.Select(static file => file.Code)]
                : block.Words.Contains("fragment") ? [ImplicitUsings, Surroundings, InMethod(block.Code)]
                : [ImplicitUsings, block.Code];
            NetworkAnalysis analysis = new()
            {
                Options = new CSharpCompilationOptions(
                    block.Words.Contains("program") ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                    warningLevel: int.MaxValue,
                    nullableContextOptions: NullableContextOptions.Enable,
                    // Examples need no documentation of their own, and the SDK of a project does not warn of older references.
                    specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress)]),
                References = References,
            };
            (IEnumerable<Diagnostic> reported, Compilation compilation) =
                await analysis.RunAsync(sources, TestContext.Current.CancellationToken);

            IEnumerable<string> diagnostics = compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => $"{diagnostic} in\n{block.Code}");
            Assert.Empty(diagnostics);
            Diagnostic[] heard = [.. reported.Where(static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)];
            IEnumerable<string> shown = heard.Select(static diagnostic => diagnostic.Id);

            // Pages speak of warnings, which a build shows: a hint is none.
            Assert.All(heard, static diagnostic => Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity));
            Assert.Equal(
                (block.Words.Contains("program") ? [block, .. files] : new[] { block }).SelectMany(Rules).Distinct().Order(), shown.Distinct().Order());
        }
    }

    private static bool IsStatements(CodeBlock block) => block.Words.Contains("program") || block.Words.Contains("fragment");

    private static IEnumerable<string> Rules(CodeBlock block) => block.Words.Where(static word => word.StartsWith("INIT", StringComparison.Ordinal));

    /// <summary>A program without what it says to the SDK.</summary>
    internal static string WithoutDirectives(string code) => string.Join('\n', code.Split('\n').Select(
        static line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));

    // Its using directives stand before the class.
    private static string InMethod(string code)
    {
        ILookup<bool, string> lines = code.Split('\n').ToLookup(
            static line => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';') && !line.Contains('='));
        return $$"""
            using InitGen;
            using InitGen.Reporting;
            {{string.Join('\n', lines[true].Except(["using InitGen;", "using InitGen.Reporting;"]))}}

            public sealed class Fragment : Surroundings
            {
                public static void Run()
                {
            {{string.Join('\n', lines[false])}}
                }
            }
            """;
    }

    private static IEnumerable<string> MarkdownIn(string folder, SearchOption option) => Directory
        .GetFiles(RepositoryRoot.Combine(folder), "*.md", option)
        .Select(static path => Path.GetRelativePath(RepositoryRoot.FullPath, path).Replace('\\', '/'))
        .Where(static path => !path.Contains("/bin/") && !path.Contains("/obj/") && !path.Contains("/AnalyzerReleases."))
        .Order(StringComparer.Ordinal);
}
