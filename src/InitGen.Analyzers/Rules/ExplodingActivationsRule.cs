using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3002: the activations do not explode. Where they do, the loss is huge, and so is its every gradient.</summary>
public sealed class ExplodingActivationsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The activations of a network explode",
        "'{0}' lets the activations explode: predicted standard deviation {1} at layer '{2}', above {3} times "
            + "the root mean square of the input; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.ExplodingActivations;

    private protected override string Quantity => "std";

    private protected override string Advice => "use smaller weights or biases";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.ActivationStdDev;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MaximumActivationStdDev;
}
