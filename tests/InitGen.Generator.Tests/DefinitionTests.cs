using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Generator.Tests;

/// <summary>A network is generated exactly where no rule is broken.</summary>
public class DefinitionTests
{
    public static TheoryData<string, string> AllMistakes => new(Mistakes.ThatOnlyRulesReport.Concat(Mistakes.ThatTheCompilerReportsToo));

    public static TheoryData<string, string> MistakesThatOnlyRulesReport => new(Mistakes.ThatOnlyRulesReport);

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public void A_network_with_a_mistake_is_not_generated_and_the_mistake_is_named(string id, string source)
    {
        GenerationResult result = Definitions.Generate(source);

        Assert.Equal(HasOnlyOtherNetworks(source), result.HasNetwork());
        Assert.Equal([id], Definitions.Check(result.Compilation).Select(diagnostic => diagnostic.Id).Distinct());
    }

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public void Generator_and_analyzer_see_the_same_mistakes(string id, string source)
    {
        // The analyzer sees what the generator made, the generator does not.
        GenerationResult result = Definitions.Generate(source);
        Compilation before = result.Compilation.RemoveSyntaxTrees(result.Run.GeneratedTrees);

        Assert.Equal(Texts(before), Texts(result.Compilation));
        Assert.Contains(Texts(before), text => text.Contains(id));
    }

    [Theory]
    [MemberData(nameof(MistakesThatOnlyRulesReport))]
    public void No_error_in_a_declaration_keeps_the_compiler_from_running_the_analyzer(string id, string source)
    {
        Assert.StartsWith("INIT1", id);
        IEnumerable<Diagnostic> declarations = Definitions.Generate(source).Compilation.GetDeclarationDiagnostics(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(declarations, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public void A_mistake_is_placed_in_the_users_code_and_explained_in_one_sentence(string id, string source)
    {
        Assert.All(Definitions.Check(Definitions.Generate(source).Compilation), diagnostic =>
        {
            string message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal("/0/Test1.cs", diagnostic.Location.SourceTree?.FilePath);
            Assert.False(diagnostic.Location.SourceSpan.IsEmpty);
            Assert.DoesNotContain(". ", message.Replace("i.e. ", ""));
            Assert.Contains(';', message); // what is wrong; what to do
            Assert.EndsWith($"/docs/rules/{id}.md", diagnostic.Descriptor.HelpLinkUri);
        });
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp12)]
    public void A_language_without_partial_properties_is_too_old(LanguageVersion version)
    {
        GenerationResult result = Definitions.Generate("[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }", version);

        Assert.Equal("INIT1012", Assert.Single(Definitions.Check(result.Compilation)).Id);
        Assert.Empty(result.Sources);
    }

    [Fact]
    public void Every_name_that_the_generator_uses_is_kept_free()
    {
        const string Source = "[Network(3)] partial class Net { [Dense(3)] public partial DenseLayer Hidden { get; } }";
        GenerationResult result = Definitions.Generate(Source);
        string[] names =
        [
            .. result.Compilation.GetTypeByMetadataName("Net")!.GetMembers()
                .Where(member => result.Run.GeneratedTrees.Any(tree => tree == member.Locations[0].SourceTree) && member.CanBeReferencedByName)
                .Select(member => member.Name)
                .Distinct(),
        ];

        Assert.Contains("Initialize", names);
        Assert.All(names, name => Assert.Equal(
            "INIT1011",
            Assert.Single(Definitions.Check(Definitions.Generate(Source.Replace("{ [Dense", $"{{ int {name}; [Dense")).Compilation)).Id));
    }

    [Fact]
    public void Every_type_that_the_generator_names_must_not_be_hidden()
    {
        IEnumerable<string> layers = Enum.GetNames<Activation>().OrderBy(static name => name == nameof(Activation.Softmax)).Select(activation => $"[Dense(3, Activation.{activation})] public partial DenseLayer Of{activation} {{ get; }}");
        string source = $"[Network(3)] partial class Net {{ [Dense(3, Repeat = 2)] public partial DenseStack Hidden {{ get; }} {string.Concat(layers)} }}";
        GenerationResult result = Definitions.Generate(source);
        Assert.Empty(Definitions.Check(result.Compilation));
        SyntaxTree generated = Assert.Single(result.Run.GeneratedTrees);
        SemanticModel model = result.Compilation.GetSemanticModel(generated);
        INamedTypeSymbol[] types =
        [
            .. generated.GetRoot(TestContext.Current.CancellationToken).DescendantNodes(descendIntoTrivia: true).OfType<ExpressionSyntax>()
                .Select(name => model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol?.OriginalDefinition)
                .OfType<INamedTypeSymbol>()
                .Where(type => type.SpecialType == SpecialType.None && type.ContainingAssembly.Name != result.Compilation.AssemblyName)
                .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default),
        ];

        Assert.Contains("Span", types.Select(type => type.Name));
        Assert.All(types, type => Assert.Contains(
            Definitions.Check(Definitions.Generate($"{source} namespace {type.ContainingNamespace} {{ class {type.Name}{(type.IsGenericType ? "<T>" : "")}; }}").Compilation),
            diagnostic => diagnostic.Id == "INIT1016"));
    }

    private static bool HasOnlyOtherNetworks(string source) => source.Contains("partial class Module") || source.Contains("partial class Inner");

    private static IEnumerable<string> Texts(Compilation compilation) =>
        Definitions.Check(compilation).Select(diagnostic => $"{diagnostic.Location.SourceSpan} {diagnostic.Id} {diagnostic.GetMessage()}").Order();
}
