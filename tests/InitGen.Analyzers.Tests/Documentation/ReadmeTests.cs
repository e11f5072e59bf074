using System;
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

/// <summary>Pages show what the compiler says.</summary>
public partial class ReadmeTests
{
    [Theory]
    [InlineData("README.md", "first.cs")]
    [InlineData("docs/getting-started.md", "first.cs")]
    public async Task The_example_is_reported_as_the_page_says_word_for_word(string page, string file)
    {
        Match shown = ExampleAndOutput().Match(await File.ReadAllTextAsync(RepositoryRoot.Combine(page), TestContext.Current.CancellationToken));
        Assert.True(shown.Success, $"{page} shows no example with what the compiler says of it.");

        bool isProgram = shown.Groups["info"].Value.Contains("program", StringComparison.Ordinal);
        NetworkAnalysis analysis = new()
        {
            Options = new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary),
        };
        (IEnumerable<Diagnostic> reported, Compilation compilation) = await analysis.RunAsync(
            [PageTests.ImplicitUsings, PageTests.WithoutDirectives(shown.Groups["code"].Value)], TestContext.Current.CancellationToken);

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Diagnostic warning = Assert.Single(reported, static diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        FileLinePositionSpan place = warning.Location.GetLineSpan();
        Assert.Equal(
            shown.Groups["output"].Value,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{file}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): warning {warning.Id}: {warning.GetMessage(CultureInfo.InvariantCulture)}"));
    }

    // The output stands in the next block behind the code.
    [GeneratedRegex("^```csharp(?<info>.*)\n(?<code>(.*\n)*?)```\n(?:(?!```).*\n)*?```\n(?<output>\\w+\\.cs\\(.*)\n```$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ExampleAndOutput();
}
