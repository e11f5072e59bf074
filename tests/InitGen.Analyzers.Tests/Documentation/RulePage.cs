using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using InitGen.Testing.Snapshots;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>The page of a rule, docs/rules/INITxxxx.md.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Text">The page.</param>
internal sealed partial record RulePage(string Id, string Text)
{
    /// <summary>The folder of the pages.</summary>
    public static string Folder { get; } = RepositoryRoot.Combine("docs/rules");

    /// <summary>The rules' descriptors, by id.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. NetworkAnalysis.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).OrderBy(static descriptor => descriptor.Id)];

    /// <summary>The ids of all pages.</summary>
    public static IEnumerable<string> Ids =>
        Directory.GetFiles(Folder, "INIT*.md").Select(static path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The headings.</summary>
    public IEnumerable<string> Headings => Heading().Matches(Text).Select(static match => match.Value);

    /// <summary>The examples.</summary>
    public IEnumerable<RuleExample> Examples => CodeBlock.In(Text).Select(block => new RuleExample(Id, block.Info, block.Code));

    /// <summary>Reads the page of a rule.</summary>
    public static RulePage Read(string id) => new(id, File.ReadAllText(Path.Combine(Folder, id + ".md")));

    [GeneratedRegex("^#+ .+$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
