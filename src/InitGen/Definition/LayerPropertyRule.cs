using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Definition;

/// <summary>INIT1002: a layer is a partial, get-only, instance property of the layer's type that the generator may implement, and has
/// an attribute that says what layer it is.</summary>
internal sealed class LayerPropertyRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1002";

    /// <summary>The name under which a diagnostic hands its fixer the name of the type that the property must have; missing where only its
    /// author can say what the property should be.</summary>
    public const string TypeKey = "Type";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A layer must be a partial, get-only, instance property of the layer's type",
        "Layer '{0}' {1}; declare it as '{2}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (MemberDeclaration layer in network.Members)
        {
            string mistakes = string.Join(" and ", Mistakes(layer, network));
            if (mistakes.Length > 0)
            {
                string accessibility = SyntaxFacts.GetText(layer.Property.DeclaredAccessibility);
                string type = (layer.ViewType ?? layer.Property.Type).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                // Which of several members of one name is meant only their author can say.
                bool isFixable = !layer.Property.IsIndexer && !HasBody(layer.Property, network)
                    && network.Type.GetMembers(layer.Property.Name).Length == 1;
                yield return At(
                    layer.Location,
                    isFixable ? ImmutableDictionary<string, string?>.Empty.Add(TypeKey, type) : ImmutableDictionary<string, string?>.Empty,
                    layer.Property.Name,
                    mistakes,
                    $"{accessibility} partial {type} {(layer.Property.IsIndexer ? layer.Property.MetadataName : layer.Property.Name)} {{ get; }}");
            }
        }

        // Of a network without any, INIT1004 says so.
        foreach (IPropertySymbol property in network.Members.IsEmpty ? [] : network.Type.GetMembers().OfType<IPropertySymbol>())
        {
            if (LacksAttribute(property, network))
            {
                yield return At(
                    property.Locations[0],
                    property.Name,
                    "has no layer attribute",
                    $"{(network.Types.BlockOf(property.Type, out _) is null ? "[Dense(units)]" : "[Block]")} {SyntaxFacts.GetText(property.DeclaredAccessibility)} partial {property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {property.Name} {{ get; }}");
            }
        }
    }

    // The compiler says of it no more than that another part is missing.
    private static bool LacksAttribute(IPropertySymbol property, NetworkDeclaration network) =>
        property.IsPartialDefinition
        && (network.Types.IsLayer(property.Type) || network.Types.IsStack(property.Type) || network.Types.BlockOf(property.Type, out _) is not null)
        && !HasBody(property, network)
        && !property.GetAttributes().Any(network.Types.IsLayerAttribute);

    private static IEnumerable<string> Mistakes(MemberDeclaration layer, NetworkDeclaration network)
    {
        IPropertySymbol property = layer.Property;
        if (property.IsIndexer)
        {
            yield return "is an indexer";
            yield break;
        }

        if (!property.IsPartialDefinition)
        {
            yield return "is not partial";
        }
        else if (HasBody(property, network))
        {
            yield return "already has a body";
        }

        if (property.IsStatic)
        {
            yield return "is static";
        }

        if (property.GetMethod is null)
        {
            yield return "has no getter";
        }

        if (property.SetMethod is not null)
        {
            yield return "has a setter";
        }

        if (property.RefKind != RefKind.None)
        {
            yield return "returns a reference";
        }

        if (property.IsExtern)
        {
            yield return "is extern";
        }

        // A type that the compiler does not know is its own to report.
        if (property.Type.TypeKind != TypeKind.Error && layer.ViewType is not null && !SymbolEqualityComparer.Default.Equals(property.Type, layer.ViewType))
        {
            string type = property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            yield return layer.Repeat == 1 ? $"has the type '{type}'" : $"stands for several {(layer is BlockUse ? "blocks" : "layers")} (Repeat) but has the type '{type}'";
        }
    }

    private static bool HasBody(IPropertySymbol property, NetworkDeclaration network) =>
        property.PartialImplementationPart is { } body && !network.IsGenerated(body);
}
