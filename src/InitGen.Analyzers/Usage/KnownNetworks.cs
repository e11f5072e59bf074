using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>The networks that code of a compilation uses, and the types that it uses them with.</summary>
internal sealed class KnownNetworks
{
    private const string ParameterCount = "ParameterCount";

    private readonly ConcurrentDictionary<INamedTypeSymbol, NetworkDeclaration?> _declarations = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _memory;
    private readonly INamedTypeSymbol? _span;
    private readonly INamedTypeSymbol? _initializers;
    private readonly INamedTypeSymbol? _stream;

    private KnownNetworks(WellKnownTypes types)
    {
        Types = types;
        _memory = types.Compilation.GetTypeByMetadataName("System.Memory`1");
        _span = types.Compilation.GetTypeByMetadataName("System.Span`1");
        _initializers = types.Compilation.GetTypeByMetadataName("InitGen.Initializers");
        _stream = types.Compilation.GetTypeByMetadataName("InitGen.PhiloxStream");
    }

    /// <summary>The library's types.</summary>
    public WellKnownTypes Types { get; }

    /// <summary>The networks that code of a compilation uses; null where it does not know the library.</summary>
    /// <param name="compilation">The compilation.</param>
    public static KnownNetworks? In(Compilation compilation)
    {
        var types = WellKnownTypes.Of(compilation, LayerForms.Default);
        return types.NetworkAttribute is null ? null : new KnownNetworks(types);
    }

    /// <summary>The declaration of a network; null for other types, and where something is wrong with it, which other rules say.</summary>
    /// <param name="type">Any type.</param>
    public NetworkDeclaration? DeclarationOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class } named ? _declarations.GetOrAdd(named, Read) : null;

    /// <summary>Whether a type is a network, or a type parameter that stands for one.</summary>
    /// <param name="type">Any type.</param>
    public bool IsNetwork(ITypeSymbol type) =>
        DeclarationOf(type) is not null
        || (type is ITypeParameterSymbol parameter
            && parameter.ConstraintTypes.Any(constraint => Equal(constraint.OriginalDefinition, Types.Network)));

    /// <summary>The number of parameters of a network: as declared, so that it is right while generated code lags behind; of a network in
    /// another assembly, as compiled.</summary>
    /// <param name="type">Any type.</param>
    /// <returns>The number; null for other types, and where it is unknown.</returns>
    public long? ParameterCountOf(INamedTypeSymbol type) =>
        DeclarationOf(type) is not { } network ? null
        : IsInSource(type) ? LayerResolution.CountParameters(network.Spec)
        : type.GetMembers(ParameterCount).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as int?;

    /// <summary>Whether a number is made of a parameter count that was generated for an earlier state of a network.</summary>
    /// <param name="number">The number.</param>
    public bool IsOutdated(IOperation number) => number.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Any(reference =>
        reference.Field is { Name: ParameterCount, ConstantValue: int generated, ContainingType: var type }
        && ParameterCountOf(type) is { } count
        && count != generated);

    /// <summary>Whether a type is a span.</summary>
    /// <param name="type">Any type.</param>
    public bool IsSpan(ITypeSymbol? type) => Equal(type?.OriginalDefinition, _span);

    /// <summary>Whether a type is a memory.</summary>
    /// <param name="type">Any type.</param>
    public bool IsMemory(ITypeSymbol? type) => Equal(type?.OriginalDefinition, _memory);

    /// <summary>Whether a type has the initializers as functions.</summary>
    /// <param name="type">Any type.</param>
    public bool IsInitializers(ITypeSymbol? type) => Equal(type, _initializers);

    /// <summary>Whether a type is a stream of random numbers.</summary>
    /// <param name="type">Any type.</param>
    public bool IsStream(ITypeSymbol? type) => Equal(type, _stream);

    private static bool Equal(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type, known);

    // What the generator does not understand yet is being typed, and another assembly's network was generated already.
    private NetworkDeclaration? Read(INamedTypeSymbol type) =>
        NetworkReader.Read(type, Types, CancellationToken.None) is { IsUnderstood: true } network
        && (!IsInSource(type) || DefinitionRules.AreKept(network, CancellationToken.None))
            ? network
            : null;

    private bool IsInSource(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, Types.Compilation.Assembly);
}
