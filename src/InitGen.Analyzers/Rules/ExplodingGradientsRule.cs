using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3005: the gradients do not explode on their way back, so that one learning rate suits all layers.</summary>
public sealed class ExplodingGradientsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3005";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The gradients of a network explode",
        "'{0}' lets the gradients explode: predicted standard deviation {1} at layer '{2}', above {3} times the one at the output; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.ExplodingGradients;

    private protected override string Quantity => "gradient std";

    private protected override string Advice => "use smaller weights";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.GradientStdDev;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MaximumGradientStdDev;
}
