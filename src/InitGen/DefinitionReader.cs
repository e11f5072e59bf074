using System.Collections.Generic;
using System.Linq;
using System.Threading;
using InitGen.Definition;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen;

/// <summary>Reads what the generator needs of a type declaration. (ForAttributeWithMetadataName would bind all attributes of all networks
/// anew after every edit.)</summary>
internal static class DefinitionReader
{
    /// <summary>Whether a node can define a network or have layers, as far as it says itself.</summary>
    /// <param name="node">The node.</param>
    public static bool IsCandidate(SyntaxNode node) => node is TypeDeclarationSyntax type && AttributeListsOf(type).Any();

    /// <summary>Reads a type declaration.</summary>
    /// <param name="context">The declaration, a candidate.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <returns>What it is read as; null where it is neither a network nor has layers that are in none.</returns>
    public static NetworkReading? Read(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        TypeDeclarationSyntax definition = (TypeDeclarationSyntax)context.Node;
        Compilation compilation = context.SemanticModel.Compilation;
        Surroundings surroundings = Surroundings.Of(compilation);
        if (ReadingMemory.Recall(definition, surroundings) is { } remembered)
        {
            return remembered;
        }

        if (!MayHaveAttribute(definition, surroundings)
            || context.SemanticModel.GetDeclaredSymbol(definition, cancellation) is not { } type
            || !IsFirstOfItsName(type))
        {
            return null;
        }

        WellKnownTypes types = WellKnownTypes.Of(compilation);
        if (NetworkReader.Read(type, types, cancellation) is not { } network)
        {
            return ReadOutsideNetworks(definition, context.SemanticModel, types, cancellation);
        }

        // Where the attribute stands on several parts of the type, which the compiler reports, one of them makes the file.
        if (network.Syntax != definition)
        {
            return null;
        }

        NetworkReading reading = network.IsUnderstood && !DefinitionRules.Check(network).Any()
            ? new NetworkReading(ModelReader.Read(network, cancellation), null)
            : new NetworkReading(null, StandInReader.Read(network));
        if (types.NetworkAttribute is { DeclaringSyntaxReferences.IsEmpty: true } && SelfContained.Is(definition, type))
        {
            ReadingMemory.Remember(definition, surroundings, reading);
        }

        return reading;
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
        return layers.Count > 0 && StandInReader.Read(layers) is { } standIn ? new NetworkReading(null, standIn) : null;
    }

    // A class and an interface of one name are two types, which the compiler reports; there is one file of that name.
    private static bool IsFirstOfItsName(INamedTypeSymbol? type) => type is null
        || (SymbolEqualityComparer.Default.Equals(type, ((INamespaceOrTypeSymbol)type.ContainingSymbol).GetTypeMembers(type.Name, type.Arity)[0])
            && IsFirstOfItsName(type.ContainingType));

    private static bool MayHaveAttribute(TypeDeclarationSyntax definition, Surroundings surroundings) =>
        surroundings.HasGlobalAlias || SelfContained.HasAlias(definition.SyntaxTree)
        || AttributeListsOf(definition).SelectMany(static list => list.Attributes)
            .Any(static attribute => Vocabulary.Attributes.Contains(attribute.Name.GetLastToken().ValueText));

    private static IEnumerable<AttributeListSyntax> AttributeListsOf(TypeDeclarationSyntax type) =>
        type.AttributeLists.Concat(type.Members.OfType<PropertyDeclarationSyntax>().SelectMany(static property => property.AttributeLists));
}
