using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1016: a project declares nothing by a name that the code of a network needs for a type of a library.</summary>
internal sealed class HiddenNamesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1016";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A name that the generated code needs must not be hidden",
        "{0} cannot be generated because this project declares its own '{1}', which hides what the generated code means by that name; rename it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        network.Types.Hidden.Select(name => At(network.Location, network.FirstTitle, name));
}
