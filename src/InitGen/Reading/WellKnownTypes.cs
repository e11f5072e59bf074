using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>The types of the library as a compilation sees them, looked up once for each compilation. One that the compilation does not
/// know is null.</summary>
internal sealed class WellKnownTypes
{
    private static readonly ConditionalWeakTable<LayerForms, ConditionalWeakTable<Compilation, WellKnownTypes>> Cache = new();

    private readonly Lazy<ImmutableArray<string>> _hidden;

    private WellKnownTypes(Compilation compilation, LayerForms forms)
    {
        Compilation = compilation;
        NetworkAttribute = compilation.GetTypeByMetadataName(TypeNames.NetworkAttribute);
        ResidualAttribute = compilation.GetTypeByMetadataName(TypeNames.ResidualAttribute);
        SequentialAttribute = compilation.GetTypeByMetadataName(TypeNames.SequentialAttribute);
        BlockAttribute = compilation.GetTypeByMetadataName(TypeNames.BlockAttribute);
        ShortcutAttribute = compilation.GetTypeByMetadataName(TypeNames.ShortcutAttribute);
        NameAttribute = compilation.GetTypeByMetadataName(TypeNames.NameAttribute);
        Layer = compilation.GetTypeByMetadataName(TypeNames.Layer);
        LayerStack = compilation.GetTypeByMetadataName(TypeNames.LayerStack);
        BlockStack = compilation.GetTypeByMetadataName(TypeNames.BlockStack);
        Network = compilation.GetTypeByMetadataName(TypeNames.Network);
        WeightInitializer = compilation.GetTypeByMetadataName(TypeNames.WeightInitializer);
        LayerKinds = [.. forms.All.Select(form => new LayerKind(form, compilation))];
        _hidden = new(() => HiddenNames.In(compilation, forms));
    }

    /// <summary>The compilation that the types belong to.</summary>
    public Compilation Compilation { get; }

    /// <summary><see cref="InitGen.NetworkAttribute"/>.</summary>
    public INamedTypeSymbol? NetworkAttribute { get; }

    /// <summary><see cref="InitGen.ResidualAttribute"/>.</summary>
    public INamedTypeSymbol? ResidualAttribute { get; }

    /// <summary><see cref="InitGen.SequentialAttribute"/>.</summary>
    public INamedTypeSymbol? SequentialAttribute { get; }

    /// <summary><see cref="InitGen.BlockAttribute"/>.</summary>
    public INamedTypeSymbol? BlockAttribute { get; }

    /// <summary><see cref="InitGen.ShortcutAttribute"/>.</summary>
    public INamedTypeSymbol? ShortcutAttribute { get; }

    /// <summary><see cref="InitGen.NameAttribute"/>.</summary>
    public INamedTypeSymbol? NameAttribute { get; }

    /// <summary>The type that shows a layer of any kind.</summary>
    public INamedTypeSymbol? Layer { get; }

    /// <summary>The type that shows a stack of layers of any kind.</summary>
    public INamedTypeSymbol? LayerStack { get; }

    /// <summary>The type that shows a stack of blocks.</summary>
    public INamedTypeSymbol? BlockStack { get; }

    /// <summary>The interface of generated networks.</summary>
    public INamedTypeSymbol? Network { get; }

    /// <summary>The interface of custom initializers.</summary>
    public INamedTypeSymbol? WeightInitializer { get; }

    /// <summary>The names of what hides types that the code of a network needs.</summary>
    public ImmutableArray<string> Hidden => _hidden.Value;

    /// <summary>The kinds of layers.</summary>
    internal ImmutableArray<LayerKind> LayerKinds { get; }

    /// <summary>The types as a compilation sees them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="forms">The kinds of layers.</param>
    public static WellKnownTypes Of(Compilation compilation, LayerForms forms) =>
        Cache.GetOrCreateValue(forms).GetValue(compilation, key => new WellKnownTypes(key, forms));

    /// <summary>The networks of the project itself. All its types are looked at.</summary>
    public IEnumerable<INamedTypeSymbol> Networks() =>
        TypesIn(Compilation.Assembly.GlobalNamespace).Where(type => type.GetAttributes().Any(IsNetworkAttribute));

    /// <summary>Whether an attribute makes a property a layer, or a block of them.</summary>
    /// <param name="attribute">An attribute of a property.</param>
    public bool IsLayerAttribute(AttributeData attribute) => KindOf(attribute) is not null || IsOf(attribute, BlockAttribute);

    /// <summary>Whether an attribute makes a type a network.</summary>
    /// <param name="attribute">An attribute of a type.</param>
    public bool IsNetworkAttribute(AttributeData attribute) => IsOf(attribute, NetworkAttribute);

    /// <summary>Whether an attribute makes a type a block of layers.</summary>
    /// <param name="attribute">An attribute of a type.</param>
    public bool IsBlockAttribute(AttributeData attribute) => IsOf(attribute, ResidualAttribute) || IsOf(attribute, SequentialAttribute);

    /// <summary>Whether an attribute is of some type.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="type">The type; null where the compilation does not know it.</param>
    public static bool IsOf(AttributeData attribute, INamedTypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type);

    /// <summary>Whether a type shows one layer of some kind.</summary>
    /// <param name="type">The type.</param>
    public bool IsLayer(ITypeSymbol? type) => LayerKinds.Any(kind => kind.LayerType is { } layer && SymbolEqualityComparer.Default.Equals(layer, type));

    /// <summary>Whether a type shows a stack of layers of some kind.</summary>
    /// <param name="type">The type.</param>
    public bool IsStack(ITypeSymbol? type) => LayerKinds.Any(kind => kind.StackType is { } stack && SymbolEqualityComparer.Default.Equals(stack, type));

    /// <summary>The class of the blocks that a type shows, one or a stack of them.</summary>
    /// <param name="type">The type.</param>
    /// <param name="isStack">Whether it is a stack.</param>
    /// <returns>The class; null where the type shows no block.</returns>
    public INamedTypeSymbol? BlockOf(ITypeSymbol? type, out bool isStack)
    {
        isStack = BlockStack is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, BlockStack);
        ITypeSymbol? block = isStack ? ((INamedTypeSymbol)type!).TypeArguments[0] : type;
        return block is INamedTypeSymbol named && named.GetAttributes().Any(IsBlockAttribute) ? named : null;
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(static member =>
            member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    /// <summary>The kind of layer that an attribute declares; null where it declares none.</summary>
    /// <param name="attribute">An attribute of a property.</param>
    internal LayerKind? KindOf(AttributeData attribute) => LayerKinds.FirstOrDefault(kind => IsOf(attribute, kind.Attribute));
}
