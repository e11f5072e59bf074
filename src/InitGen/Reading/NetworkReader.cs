using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Reading;

/// <summary>Reads networks from symbols. It takes any code, however wrong or unfinished: rules say what is wrong with it.</summary>
internal static class NetworkReader
{
    /// <summary>The network that a type declares; null where the type has no <see cref="NetworkAttribute"/>, or no name yet.</summary>
    /// <param name="type">The type.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static NetworkDeclaration? Read(INamedTypeSymbol type, WellKnownTypes types, CancellationToken cancellation)
    {
        if (!IsNamed(type) || type.GetAttributes().FirstOrDefault(types.IsNetworkAttribute) is not { } attribute)
        {
            return null;
        }

        AttributeArguments arguments = new(attribute, cancellation);
        NetworkSpec unset = new() { Input = new(1), Layers = default };
        Shape input = ReadShape(arguments);
        var style = (NameStyle)arguments.ValueOf(nameof(NetworkAttribute.Names), (int)NameStyle.AsDeclared);
        return Declaration(type, types, arguments, isBlock: false, LayerReader.ReadNetwork(type, input, style, types, cancellation), unset with
        {
            Input = input,
            InputMean = arguments.ValueOf(nameof(NetworkAttribute.InputMean), unset.InputMean),
            InputCorrelation = arguments.ValueOf(nameof(NetworkAttribute.InputCorrelation), unset.InputCorrelation),
            InputStdDev = arguments.ValueOf(nameof(NetworkAttribute.InputStdDev), unset.InputStdDev),
        });
    }

    /// <summary>The block that a type declares, by itself; null where the type is none, or is a network, or has no name yet.</summary>
    /// <param name="type">The type.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static NetworkDeclaration? ReadBlock(INamedTypeSymbol type, WellKnownTypes types, CancellationToken cancellation)
    {
        if (!IsNamed(type) || type.GetAttributes().Any(types.IsNetworkAttribute) || type.GetAttributes().FirstOrDefault(types.IsBlockAttribute) is not { } attribute)
        {
            return null;
        }

        NetworkSpec unknown = new() { Input = new(0), Layers = default };
        return Declaration(type, types, new(attribute, cancellation), isBlock: true, LayerReader.ReadBlock(type, types, cancellation), unknown);
    }

    /// <summary>The network or the block that a type declares; null where it declares neither.</summary>
    /// <param name="type">The type.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static NetworkDeclaration? ReadEither(INamedTypeSymbol type, WellKnownTypes types, CancellationToken cancellation) =>
        Read(type, types, cancellation) ?? ReadBlock(type, types, cancellation);

    private static NetworkDeclaration Declaration(
        INamedTypeSymbol type,
        WellKnownTypes types,
        AttributeArguments arguments,
        bool isBlock,
        (ImmutableArray<MemberDeclaration> Members, ImmutableArray<LayerDeclaration> Layers) read,
        NetworkSpec spec) => new()
        {
            Type = type,
            Syntax = arguments.Syntax?.FirstAncestorOrSelf<TypeDeclarationSyntax>(),
            Types = types,
            Arguments = arguments,
            IsBlock = isBlock,
            Members = read.Members,
            Layers = read.Layers,
            Spec = spec with { Layers = new EquatableArray<LayerSpec>(read.Layers.Select(static layer => layer.Spec)) },
        };

    // A vector of one, where the compiler does not understand it.
    private static Shape ReadShape(AttributeArguments arguments)
    {
        string[] axes =
        [
            .. ((string[])[nameof(NetworkAttribute.Length), nameof(NetworkAttribute.Depth), nameof(NetworkAttribute.Height), nameof(NetworkAttribute.Width)])
                .Where(arguments.HasValue),
        ];
        return axes.Length == 0 && !arguments.HasValue(nameof(NetworkAttribute.Channels))
            ? new Shape(arguments.ValueOf(nameof(NetworkAttribute.InputSize), arguments.IsUnderstood ? 0 : 1))
            : new Shape(arguments.ValueOf(nameof(NetworkAttribute.Channels), 1), [.. axes.Take(3).Select(axis => arguments.ValueOf(axis, 1))]);
    }

    // While it is typed, a type has none; the compiler says so.
    private static bool IsNamed(INamedTypeSymbol? type) => type is null || (type.Name.Length > 0 && IsNamed(type.ContainingType));
}
