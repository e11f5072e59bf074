using System.Linq;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Generator.Tests;

/// <summary>The compiler runs no analyzer after an error in a declaration, as those that a forgotten 'partial' and an older language are:
/// there the generator itself reports what is wrong, and nowhere else.</summary>
public class UnheardMistakeTests
{
    private const string Forgotten = "[Network(3)] partial class Net { [Dense(3)] public DenseLayer Hidden { get; } }";

    public static TheoryData<string, string> AllMistakes => new(Mistakes.ThatOnlyRulesReport.Concat(Mistakes.ThatTheCompilerReportsToo));

    [Theory]
    [InlineData("INIT1001", "[Network(3)] class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData("INIT1001", "class Outer { [Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } } }")]
    [InlineData("INIT1001 INIT1002", "[Network(3)] class Net { [Dense(3)] public DenseLayer Hidden { get; } }")]
    [InlineData("INIT1002", Forgotten)]
    [InlineData("INIT1002", "[Network(3)] partial class Net { [Dense(3)] public DenseLayer Hidden { get; set; } }")]
    [InlineData("INIT1002", "[Network(3)] partial class Net { [Dense(3)] public static DenseLayer Hidden { get; } = default; }")]
    [InlineData("INIT1002", "[Network(3)] partial class Net { [Dense(3, Repeat = 2)] public DenseStack Hidden { get; } }")]
    [InlineData("INIT1002", "[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer this[int index] { get; } }")]
    public void What_the_compiler_stops_at_the_generator_reports(string ids, string source)
    {
        GenerationResult result = Definitions.Generate(source);

        Assert.True(StopsAtDeclarations(result.Compilation));
        Assert.Equal(ids.Split(' '), result.Run.Diagnostics.Select(static mistake => mistake.Id));
    }

    [Theory]
    [InlineData("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }")]
    [InlineData(Forgotten)]
    public void An_older_language_is_reported_by_the_generator(string source)
    {
        GenerationResult result = Definitions.Generate(source, LanguageVersion.CSharp12);

        Assert.True(StopsAtDeclarations(result.Compilation));
        Assert.Contains("INIT1012", result.Run.Diagnostics.Select(static mistake => mistake.Id));
    }

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public void No_mistake_is_reported_twice_in_a_build(string id, string source)
    {
        GenerationResult result = Definitions.Generate(source);
        bool isUnheard = id is "INIT1001" or "INIT1002" or "INIT1012" && StopsAtDeclarations(result.Compilation);

        Assert.Equal(isUnheard, !result.Run.Diagnostics.IsEmpty);
    }

    [Fact]
    public void What_the_generator_reports_the_analyzer_says_in_the_same_words_at_the_same_place()
    {
        GenerationResult result = Definitions.Generate(Forgotten);

        Assert.Equal(
            Definitions.Check(result.Compilation).Select(static mistake => mistake.ToString()),
            result.Run.Diagnostics.Select(static mistake => mistake.ToString()));
    }

    [Fact]
    public void With_one_network_that_the_compiler_stops_at_the_mistakes_of_all_are_reported() => Assert.Equal(
        ["INIT1002", "INIT1002"],
        Definitions.Generate(Forgotten + "[Network(3)] partial class Other { [Dense(3)] public DenseLayer Hidden => default; }")
            .Run.Diagnostics.Select(static mistake => mistake.Id));

    [Fact]
    public void A_mistake_moves_with_the_code_before_it()
    {
        GeneratorSession<NetworkGenerator> session = new("using InitGen;\n" + Forgotten);
        int before = LineOf(session.Run(TestContext.Current.CancellationToken));

        session.Edit(0, "using InitGen;\n", "using InitGen;\n// A comment.\n\n");

        Assert.Equal(before + 2, LineOf(session.Run(TestContext.Current.CancellationToken)));

        static int LineOf(GenerationResult result) => Assert.Single(result.Run.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
    }

    [Fact]
    public void A_pragma_silences_a_mistake() => Assert.Empty(
        Definitions.Generate("#pragma warning disable INIT1002\n" + Forgotten).Run.Diagnostics.Where(static mistake => !mistake.IsSuppressed));

    [Fact]
    public void A_mended_mistake_is_reported_no_more()
    {
        GeneratorSession<NetworkGenerator> session = new("using InitGen;\n" + Forgotten);
        session.Run(TestContext.Current.CancellationToken);

        session.Edit(0, "public DenseLayer", "public partial DenseLayer");

        Assert.Empty(session.Run(TestContext.Current.CancellationToken).Run.Diagnostics);
    }

    private static bool StopsAtDeclarations(Compilation compilation) => compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken)
        .Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
