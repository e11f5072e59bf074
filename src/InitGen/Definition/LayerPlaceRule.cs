using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1010: a layer attribute stands in a network, and alone on its property.</summary>
internal sealed class LayerPlaceRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1010";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A layer attribute must stand in a network, and alone on its property",
        "Layer '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
    [
        .. from member in network.Members
           from attribute in member.OtherAttributes
           select At(LocationOf(attribute), member.Property.Name, "has more than one layer attribute; remove all but one"),
        .. from member in network.Members
           where member.IsShortcut && !WellKnownTypes.IsOf(network.Arguments.Data, network.Types.ResidualAttribute)
           select At(member.Location, member.Property.Name, "has [Shortcut] but stands in no residual block; remove it, or put '[Residual]' on the class of the block"),
    ];

    /// <summary>The layer attributes of a property that is in no network.</summary>
    /// <param name="property">Any property.</param>
    /// <param name="types">The library's types in the same compilation.</param>
    public IEnumerable<Diagnostic> CheckOutsideNetworks(IPropertySymbol property, WellKnownTypes types)
    {
        return property.ContainingType is null || property.ContainingType.GetAttributes().Any(attribute => types.IsNetworkAttribute(attribute) || types.IsBlockAttribute(attribute))
            ? []
            : property.GetAttributes().Where(types.IsLayerAttribute).Select(attribute => At(
                LocationOf(attribute),
                property.Name,
                $"is in no network; add '[Network(inputSize)]' to '{property.ContainingType.Name}'"));
    }

    private static Location LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference
        ? reference.SyntaxTree.GetLocation(reference.Span)
        : Location.None;
}
