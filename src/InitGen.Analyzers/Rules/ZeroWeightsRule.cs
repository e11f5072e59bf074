using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2001: the weights of a hidden layer are not zero.</summary>
internal sealed class ZeroWeightsRule : EqualWeightsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The weights of a hidden layer are zero",
        "'{0}' has zero weights, so {1}{2}; use {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override bool IsMistake(double weight, bool hasNoise) => weight == 0 && !hasNoise;
}
