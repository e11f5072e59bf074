using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>A type with <see cref="NetworkAttribute"/>, or a block of layers, right or wrong, with the symbols and the code that rules speak
/// about. It lives as long as the compilation does; what outlives it is the <see cref="NetworkModel"/> or the
/// <see cref="BlockModel"/>.</summary>
internal sealed class NetworkDeclaration
{
    private string? _hintName;

    /// <summary>The type.</summary>
    public required INamedTypeSymbol Type { get; init; }

    /// <summary>The declaration that has the attribute; null where the compilation has no code of it.</summary>
    public required TypeDeclarationSyntax? Syntax { get; init; }

    /// <summary>The library's types in the same compilation.</summary>
    public required WellKnownTypes Types { get; init; }

    /// <summary>The arguments of <see cref="NetworkAttribute"/>, or of the attribute that makes the type a block.</summary>
    public required AttributeArguments Arguments { get; init; }

    /// <summary>Whether it is a block. What comes into it is not known then, nor what its sizes mean.</summary>
    public required bool IsBlock { get; init; }

    /// <summary>The properties that declare layers and blocks, in their order.</summary>
    public required ImmutableArray<MemberDeclaration> Members { get; init; }

    /// <summary>The layers, from the input to the output, with those of all blocks.</summary>
    public required ImmutableArray<LayerDeclaration> Layers { get; init; }

    /// <summary>The layers that stand in the type itself.</summary>
    public IEnumerable<LayerDeclaration> OwnLayers => Members.OfType<LayerDeclaration>();

    /// <summary>The uses of blocks that stand in the type itself.</summary>
    public IEnumerable<BlockUse> Blocks => Members.OfType<BlockUse>();

    /// <summary>The network as declared; what the compiler does not understand has a value that nothing is wrong with.</summary>
    public required NetworkSpec Spec { get; init; }

    /// <summary>The version of C# that the type is written in.</summary>
    public LanguageVersion LanguageVersion => (Syntax?.SyntaxTree.Options as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.Latest;

    /// <summary>Whether the compiler understands the type's name, the attributes and the types of the layers; where not, it reports errors of
    /// its own.</summary>
    public bool IsUnderstood => Name.Length > 0 && Arguments.IsUnderstood && Members.All(static member => member.IsUnderstood);

    /// <summary>The network's name, the type's.</summary>
    public string Name => Type.Name;

    /// <summary>What it is called in a sentence: "network 'Classifier'".</summary>
    public string Title => $"{(IsBlock ? "block" : "network")} '{Name}'";

    /// <summary>The same at the start of a sentence.</summary>
    public string FirstTitle => $"{(IsBlock ? "Block" : "Network")} '{Name}'";

    /// <summary>The name that the type has at run time: "Samples.Outer+Classifier".</summary>
    public string FullName
    {
        get
        {
            string name = string.Join("+", TypesAround(Type).Select(static type => type.MetadataName));
            return Type.ContainingNamespace.IsGlobalNamespace ? name : $"{Type.ContainingNamespace.ToDisplayString()}.{name}";
        }
    }

    /// <summary>The name of the file that the generator makes for the network.</summary>
    public string HintName => _hintName ??= Reading.HintName.Of(Type);

    /// <summary>The place of the type's name, in the declaration that has the attribute.</summary>
    public Location Location => Syntax?.Identifier.GetLocation() ?? Arguments.Location;

    /// <summary>Whether a member is not the user's but was made by the generator, whose work the analyzer sees.</summary>
    /// <param name="member">A member of the network.</param>
    public bool IsGenerated(ISymbol member) => member.IsImplicitlyDeclared
        || member.DeclaringSyntaxReferences.All(part => part.SyntaxTree.FilePath.EndsWith(HintName, StringComparison.Ordinal));

    private static IEnumerable<INamedTypeSymbol> TypesAround(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? TypesAround(outer).Append(type) : [type];
}
