using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2002: the weights of a hidden layer are not all the same.</summary>
internal sealed class ConstantWeightsRule : EqualWeightsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The weights of a hidden layer are all the same",
        "'{0}' has the same weight everywhere, so {1}{2}; use {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    // Zeros are INIT2001's. Noise on the biases does not bring back what a sum has lost.
    private protected override bool IsMistake(double weight, bool hasNoise) => weight != 0;
}
