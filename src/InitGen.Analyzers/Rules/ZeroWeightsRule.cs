using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Specification;
using InitGen.Wording;
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

    private protected override bool IsMistake(double weight) => weight == 0;

    private protected override string Consequence(SignalLayer layer)
    {
        // The pre-activation is the bias, whatever comes in.
        ResolvedLayer resolved = layer.Resolved[0];
        string activation = $"{layer.Function.DisplayName} with bias {NumberText.Of(resolved.Bias)}";
        return layer.Function.Derivative(resolved.Bias) == 0
            ? $"under {activation} no gradient passes it and nothing ever learns"
            : $"its {NumberText.Of((long)resolved.Units)} units all compute the same and nothing of the input passes it";
    }
}
