using System.Collections.Generic;
using System.Linq;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Testing.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Generator.Tests;

/// <summary>Definitions of networks, generated and checked.</summary>
internal static class Definitions
{
    // What the generator itself reports, where the compiler runs no analyzer.
    private static readonly string[] Unheard = ["INIT1001", "INIT1002", "INIT1012"];

    private const string Usings = "global using InitGen;";

    /// <summary>Runs the generator.</summary>
    public static GenerationResult Generate(string source, LanguageVersion version = LanguageVersion.CSharp13)
    {
        CSharpParseOptions options = new(version, DocumentationMode.Diagnose);
        CSharpCompilationOptions compilation = new(
            OutputKind.DynamicallyLinkedLibrary, warningLevel: int.MaxValue, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        GenerationResult result = new GeneratorSession<NetworkGenerator>(options, [Usings, source], compilation)
            .Run(TestContext.Current.CancellationToken);
        Assert.All(result.Run.Results, run => Assert.Null(run.Exception));
        Assert.All(result.Run.Diagnostics, mistake => Assert.Contains(mistake.Id, Unheard));
        return result;
    }

    /// <summary>Whether a network was generated; what stands in for one with a mistake is none.</summary>
    public static bool HasNetwork(this GenerationResult result) => result.Sources.Values.Any(source => source.Contains("void Initialize(ulong seed)"));

    /// <summary>All that is wrong with the networks and layers of a compilation, as the analyzer sees it.</summary>
    public static IReadOnlyList<Diagnostic> Check(Compilation compilation)
    {
        WellKnownTypes types = WellKnownTypes.Of(compilation, LayerForms.Default);
        ISymbol[] symbols = [.. compilation.GetSymbolsWithName(_ => true, SymbolFilter.TypeAndMember, TestContext.Current.CancellationToken)];
        return
        [
            .. symbols.OfType<INamedTypeSymbol>()
                .Select(type => NetworkReader.ReadEither(type, types, TestContext.Current.CancellationToken))
                .OfType<NetworkDeclaration>()
                .SelectMany(DefinitionRules.Check),
            .. symbols.OfType<IPropertySymbol>()
                .Where(property => property.PartialDefinitionPart is null)
                .SelectMany(property => DefinitionRules.CheckOutsideNetworks(property, types)),
        ];
    }
}
