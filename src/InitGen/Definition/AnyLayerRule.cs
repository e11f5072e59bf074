using System.Collections.Generic;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1004: a network, and a block, has a layer.</summary>
internal sealed class AnyLayerRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network must have a layer",
        "{0} has no layer; add one, as '[Dense(10)] public partial DenseLayer Output {{ get; }}'",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        if (network.Members.IsEmpty)
        {
            yield return At(network.Location, network.FirstTitle);
        }
    }
}
