using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1005: all layers stand in one declaration of the network, so that their order is what one reads.</summary>
internal sealed class OneDeclarationRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "All layers of a network must stand in one declaration",
        "Layer '{0}' and layer '{1}' of {2} stand in different partial declarations, so that the order of the layers is undefined; move all layers into one",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        // One for each declaration after the first.
        return network.Members.GroupBy(static member => member.Syntax?.Parent).Skip(1).Select(declaration => declaration.First())
            .Select(member => At(member.Location, member.Property.Name, network.Members[0].Property.Name, network.Title));
    }
}
