using System.Collections.Immutable;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>A property with a layer attribute, right or wrong.</summary>
internal sealed class LayerDeclaration
{
    /// <summary>The kind of layer.</summary>
    public required LayerForm Form { get; init; }

    /// <summary>The property; of a partial one, the part that the user declares.</summary>
    public required IPropertySymbol Property { get; init; }

    /// <summary>The property in code; null where the compilation has no code of it.</summary>
    public required BasePropertyDeclarationSyntax? Syntax { get; init; }

    /// <summary>The arguments of its layer attribute; of the first, where there are several.</summary>
    public required AttributeArguments Arguments { get; init; }

    /// <summary>Its other layer attributes, which should not be there.</summary>
    public required ImmutableArray<AttributeData> OtherAttributes { get; init; }

    /// <summary>The layer as declared; what the compiler does not understand has a value that nothing is wrong with.</summary>
    public required LayerSpec Spec { get; init; }

    /// <summary>The shapes of what comes into it, the first of a stack; of half-typed code, anything.</summary>
    public required EquatableArray<Shape> Inputs { get; init; }

    /// <summary>The type that the property must have: a stack's where layers are repeated or it is declared as a stack.</summary>
    public required INamedTypeSymbol? ViewType { get; init; }

    /// <summary>Whether the compiler understands the name, the attribute and the property's type; where not, it reports errors of its own.</summary>
    public bool IsUnderstood => Name.Length > 0 && Arguments.IsUnderstood && Property.Type.TypeKind != TypeKind.Error;

    /// <summary>The layer's name, the property's.</summary>
    public string Name => Spec.Name;

    /// <summary>The place of the property's name.</summary>
    public Location Location => Property.Locations.Length > 0 ? Property.Locations[0] : Location.None;
}
