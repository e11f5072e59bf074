using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using InitGen.Testing.Snapshots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>The README shows what the compiler says.</summary>
public partial class ReadmeTests
{
    [Fact]
    public async Task The_example_is_reported_as_the_README_says_word_for_word()
    {
        Match shown = ExampleAndOutput().Match(await File.ReadAllTextAsync(RepositoryRoot.Combine("README.md"), TestContext.Current.CancellationToken));
        Assert.True(shown.Success, "README.md shows no example with what the compiler says of it.");

        (IEnumerable<Diagnostic> reported, Compilation compilation) = await NetworkAnalysis.RunAsync(
            shown.Groups["code"].Value, LanguageVersion.CSharp13, TestContext.Current.CancellationToken);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Diagnostic warning = Assert.Single(reported, static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        FileLinePositionSpan place = warning.Location.GetLineSpan();
        Assert.Equal(
            shown.Groups["output"].Value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Classifier.cs({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): warning {warning.Id}: {warning.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    // The output stands in the next block behind the code.
    [GeneratedRegex("^```csharp.*\n(?<code>(.*\n)*?)```\n(?:(?!```).*\n)*?```\n(?<output>Classifier\\.cs.*)\n```$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ExampleAndOutput();
}
