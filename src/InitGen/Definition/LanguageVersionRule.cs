using System.Collections.Generic;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Definition;

/// <summary>INIT1012: the language has partial properties.</summary>
internal sealed class LanguageVersionRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1012";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network needs C# 13",
        "{0} is compiled as C# {1}, which has no partial properties; set <LangVersion> to 13 or later",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        if (network.LanguageVersion < LanguageVersion.CSharp13)
        {
            yield return At(network.Location, network.FirstTitle, network.LanguageVersion.ToDisplayString());
        }
    }
}
