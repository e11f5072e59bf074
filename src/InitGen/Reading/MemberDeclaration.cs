using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>A property that declares a layer, or a block of them, right or wrong.</summary>
internal abstract class MemberDeclaration
{
    /// <summary>The property; of a partial one, the part that the user declares.</summary>
    public required IPropertySymbol Property { get; init; }

    /// <summary>The property in code; null where the compilation has no code of it.</summary>
    public required BasePropertyDeclarationSyntax? Syntax { get; init; }

    /// <summary>The arguments of its layer attribute; of the first, where there are several.</summary>
    public required AttributeArguments Arguments { get; init; }

    /// <summary>Its other layer attributes, which should not be there.</summary>
    public ImmutableArray<AttributeData> OtherAttributes { get; init; } = [];

    /// <summary>The type that the property must have: a stack's where something is repeated or it is declared as a stack.</summary>
    public INamedTypeSymbol? ViewType { get; init; }

    /// <summary>How many such layers or blocks follow each other.</summary>
    public abstract int Repeat { get; }

    /// <summary>The name: the property's; in a block, behind that of the block's copy ("Layer1.0.Conv1").</summary>
    public abstract string Name { get; }

    /// <summary>Whether it stands on the way around a branch.</summary>
    public bool IsShortcut { get; init; }

    /// <summary>The name in files that it is given; null without.</summary>
    public AttributeArguments? FileName { get; init; }

    /// <summary>Whether the compiler understands the name, the attribute and the property's type; where not, it reports errors of its own.</summary>
    public bool IsUnderstood => Name.Length > 0 && Arguments.IsUnderstood && Property.Type.TypeKind != TypeKind.Error;

    /// <summary>The place of the property's name.</summary>
    public Location Location => Property.Locations.Length > 0 ? Property.Locations[0] : Location.None;
}
