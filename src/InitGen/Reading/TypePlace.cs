using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>A type as generated code writes another part of it.</summary>
internal sealed record TypePlace
{
    /// <summary>The name of the generated file.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The headers of the types around it, the outermost first: "partial class Outer&lt;T&gt;".</summary>
    public required EquatableArray<string> Around { get; init; }

    /// <summary>The header of the type: "partial class Classifier".</summary>
    public required string Header { get; init; }

    /// <summary>The type's name as code writes it.</summary>
    public required string Name { get; init; }

    /// <summary>The type's full name as code writes it, "global::Samples.Classifier"; the simple one where the parameter of a type around it
    /// is hidden, so that no full name means it.</summary>
    public required string FullName { get; init; }

    /// <summary>The place of a type.</summary>
    /// <param name="type">The type.</param>
    public static TypePlace Of(INamedTypeSymbol type) => new()
    {
        HintName = Reading.HintName.Of(type),
        Namespace = type.ContainingNamespace is { IsGlobalNamespace: false } space
            ? space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))
            : "",
        Around = new EquatableArray<string>(TypesAround(type).Reverse().Select(HeaderOf)),
        Header = HeaderOf(type),
        Name = Identifier.Of(type.Name),
        FullName = HidesParameter(type)
            ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
            : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
    };

    // By a parameter of a type that is nearer, or by a type in one that is nearer.
    private static bool HidesParameter(INamedTypeSymbol type) => TypesAround(type).Any(outer => outer.TypeParameters.Any(parameter =>
        TypesAround(type).Prepend(type).TakeWhile(inner => !SymbolEqualityComparer.Default.Equals(inner, outer)).Any(inner =>
            inner.TypeParameters.Any(other => other.Name == parameter.Name) || HasType(inner, parameter.Name))));

    private static bool HasType(INamedTypeSymbol? type, string name) =>
        type is not null && (!type.GetTypeMembers(name).IsEmpty || HasType(type.BaseType, name));

    private static IEnumerable<INamedTypeSymbol> TypesAround(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            yield return outer;
        }
    }

    private static string HeaderOf(INamedTypeSymbol type)
    {
        string kind = type.TypeKind switch
        {
            TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
            TypeKind.Interface => "interface",
            _ => type.IsRecord ? "record" : "class",
        };
        string parameters = type.Arity > 0 ? $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Identifier.Of(parameter.Name)))}>" : "";
        return $"partial {kind} {Identifier.Of(type.Name)}{parameters}";
    }
}
