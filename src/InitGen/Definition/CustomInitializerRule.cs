using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1013: generated code can call a custom initializer.</summary>
internal sealed class CustomInitializerRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1013";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A custom initializer must be an accessible type that implements IWeightInitializer",
        "The initializer '{0}' of layer '{1}' {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (LayerDeclaration layer in network.OwnLayers)
        {
            if (layer.Spec is WeightedSpec { Weights.Init: Init.Custom }
                && layer.Arguments.ValueOf<ITypeSymbol?>(nameof(WeightedLayerAttribute.Initializer), null) is { TypeKind: not TypeKind.Error } type
                && Mistake(type, network) is { } mistake)
            {
                string name = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                yield return At(layer.Arguments.LocationOf(nameof(WeightedLayerAttribute.Initializer)), name, layer.Name, mistake);
            }
        }
    }

    private static string? Mistake(ITypeSymbol type, NetworkDeclaration network)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false } named)
        {
            return "is no class or struct that a type argument can be; name one that implements IWeightInitializer";
        }

        if (named.IsUnboundGenericType)
        {
            return "has open type parameters; state them";
        }

        if (network.Types.WeightInitializer is { } contract && !type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default))
        {
            return "does not implement IWeightInitializer; implement it";
        }

        // Of a type that is not accessible the compiler makes an error type.
        return PartsOf(named).Any(static part => part is INamedTypeSymbol { IsFileLocal: true })
            ? "is file-local, so that generated code cannot call it; remove 'file'"
            : PartsOf(named).Any(static part => part is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
                ? "has a pointer among its type arguments, which needs unsafe code; state another type"
                : null;
    }

    // A type and all types that its name is made of.
    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol? type) => type switch
    {
        null => [],
        INamedTypeSymbol named => named.TypeArguments.Append(named.ContainingType).SelectMany(PartsOf).Prepend(named),
        IArrayTypeSymbol array => PartsOf(array.ElementType).Prepend(array),
        _ => [type],
    };
}
