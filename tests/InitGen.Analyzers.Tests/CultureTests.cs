using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using InitGen.Analyzers.Tests.Documentation;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Tests;

/// <summary>What rules and fixes say reads the same on machines of any culture.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public static TheoryData<string> Cultures =>
    [
        "tr-TR", // I without a dot
        "de-DE", // a comma in numbers
        "ar-SA", // digits and calendar of its own
        "sv-SE", // the minus sign of Unicode
    ];

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public async Task What_is_reported_does_not_depend_on_the_culture()
    {
        IEnumerable<RuleExample> examples = RulePage.Ids.Order().SelectMany(static id => RulePage.Read(id).Examples);
        foreach (RuleExample example in examples.Where(static example => example.IsBad))
        {
            string[] expected = await ReportedUnder(CultureInfo.InvariantCulture, example);
            Assert.Contains(expected, text => text.StartsWith(example.Id, StringComparison.Ordinal));
            foreach (string name in Cultures.Select(static row => row.Data))
            {
                Assert.Equal(expected, await ReportedUnder(new CultureInfo(name), example));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public Task What_a_fix_writes_and_how_it_is_called_does_not_depend_on_the_culture(string name)
    {
        CultureInfo.CurrentCulture = new CultureInfo(name);
        return Verify.FixesAsync<MissingArgumentFixer>(
            "using InitGen; [Network(12)] partial class Net { [Dense(2, Activation.Tanh, {|INIT1006:Init.Uniform|})] public partial DenseLayer Output { get; } }",
            "using InitGen; [Network(12)] partial class Net { [Dense(2, Activation.Tanh, Init.Uniform, Limit = 0.6547)] public partial DenseLayer Output { get; } }",
            "Add 'Limit = 0.6547'");
    }

    private static async Task<string[]> ReportedUnder(CultureInfo culture, RuleExample example)
    {
        CultureInfo.CurrentCulture = culture;
        (IEnumerable<Diagnostic> reported, _) =
            await example.Analysis.RunAsync([example.Code], TestContext.Current.CancellationToken);
        return
        [
            .. reported
                .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceSpan}: {diagnostic.GetMessage(culture)}")
                .Order(StringComparer.Ordinal),
        ];
    }
}
