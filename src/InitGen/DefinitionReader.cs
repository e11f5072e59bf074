using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using InitGen.Definition;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen;

/// <summary>Reads what the generator needs of all definitions in a compilation.</summary>
internal static class DefinitionReader
{
    private static readonly ConditionalWeakTable<SyntaxTree, Candidates> CandidatesOfFiles = new();

    /// <summary>Reads the networks of a compilation, and the layers that are in none: one reading for each file that is made.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static ImmutableArray<NetworkReading> Read(Compilation compilation, CancellationToken cancellation)
    {
        Candidates[] files = [.. compilation.SyntaxTrees.Select(static tree => CandidatesOfFiles.GetValue(tree, static key => new Candidates(key)))];
        bool hasGlobalAlias = files.Any(static file => file.HasGlobalAlias);
        return
        [
            .. files.SelectMany(file => hasGlobalAlias || file.HasAlias ? file.WithAnyAttribute : file.WithKnownAttribute)
                .Select(definition => Read(definition, compilation, cancellation))
                .OfType<NetworkReading>()
                .GroupBy(static reading => reading.HintName)

                // A class and an interface of one name are two types, which the compiler reports; there is one file of that name.
                .Select(static readings => readings.First()),
        ];
    }

    private static NetworkReading? Read(TypeDeclarationSyntax definition, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        WellKnownTypes types = WellKnownTypes.Of(compilation);
        SemanticModel model = compilation.GetSemanticModel(definition.SyntaxTree);
        if (model.GetDeclaredSymbol(definition, cancellation) is not { } type)
        {
            return null;
        }

        if (NetworkReader.Read(type, types, cancellation) is not { } network)
        {
            return ReadOutsideNetworks(definition, model, types, cancellation);
        }

        // Where the attribute stands on several parts of the type, which the compiler reports, one of them makes the file.
        if (network.Syntax != definition)
        {
            return null;
        }

        return network.IsUnderstood && !DefinitionRules.Check(network).Any()
            ? new NetworkReading(ModelReader.Read(network, cancellation), null)
            : OfStandIn(StandInReader.Read(network));
    }

    private static NetworkReading? ReadOutsideNetworks(
        TypeDeclarationSyntax definition, SemanticModel model, WellKnownTypes types, CancellationToken cancellation)
    {
        List<IPropertySymbol> layers =
        [
            .. definition.Members.OfType<PropertyDeclarationSyntax>().Where(static property => property.AttributeLists.Count > 0)
                .Select(property => model.GetDeclaredSymbol(property, cancellation)).OfType<IPropertySymbol>()
                .Where(property => DefinitionRules.CheckOutsideNetworks(property, types).Any()
                    && SymbolEqualityComparer.Default.Equals(property, property.ContainingType.GetMembers(property.Name)[0])),
        ];
        return layers.Count > 0 ? OfStandIn(StandInReader.Read(layers)) : null;
    }

    private static NetworkReading? OfStandIn(StandIn? standIn) => standIn is null ? null : new NetworkReading(null, standIn);

    /// <summary>The declarations in a file that can define a network or have layers, as far as they say themselves.</summary>
    private sealed class Candidates
    {
        private static readonly ImmutableHashSet<string> KnownNames =
        [
            .. LayerReader.All.Select(static reader => reader.AttributeName).Append(TypeNames.NetworkAttribute)
                .Select(static name => name.Substring(name.LastIndexOf('.') + 1))
                .SelectMany(static name => (IEnumerable<string>)[name, name.Substring(0, name.Length - nameof(System.Attribute).Length)]),
        ];

        public Candidates(SyntaxTree file)
        {
            List<TypeDeclarationSyntax> types = [];
            foreach (SyntaxNode node in file.GetRoot()
                .DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is UsingDirectiveSyntax { Alias: not null } alias)
                {
                    HasAlias = true;
                    HasGlobalAlias |= alias.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);
                }
                else if (node is TypeDeclarationSyntax type && AttributesOf(type).Any())
                {
                    types.Add(type);
                }
            }

            WithAnyAttribute = [.. types];
            WithKnownAttribute = [.. types.Where(static type => AttributesOf(type).Any(static attribute => KnownNames.Contains(attribute.Name.GetLastToken().ValueText)))];
        }

        public ImmutableArray<TypeDeclarationSyntax> WithAnyAttribute { get; }

        public ImmutableArray<TypeDeclarationSyntax> WithKnownAttribute { get; }

        /// <summary>Whether an attribute can have another name in the file.</summary>
        public bool HasAlias { get; }

        /// <summary>Whether an attribute can have another name in all files.</summary>
        public bool HasGlobalAlias { get; }

        private static IEnumerable<AttributeSyntax> AttributesOf(TypeDeclarationSyntax type) =>
            type.AttributeLists.Concat(type.Members.OfType<PropertyDeclarationSyntax>().SelectMany(static property => property.AttributeLists))
                .SelectMany(static list => list.Attributes);
    }
}
