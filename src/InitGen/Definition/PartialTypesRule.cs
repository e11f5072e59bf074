using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Definition;

/// <summary>INIT1001: a network, and each type around it, is partial.</summary>
internal sealed class PartialTypesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network and the types around it must be partial",
        "The type '{0}' is not partial, so the generator cannot add code to {1}; add 'partial' to its declaration",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        for (INamedTypeSymbol? type = network.Type; type is not null; type = type.ContainingType)
        {
            foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
            {
                if (part.GetSyntax() is TypeDeclarationSyntax syntax && !syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    yield return At(syntax.Identifier.GetLocation(), type.Name, network.Title);
                }
            }
        }
    }
}
