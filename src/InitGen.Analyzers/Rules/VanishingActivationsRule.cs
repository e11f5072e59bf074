using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3001: the activations do not vanish. Where they do, each layer passes on less of the input than the one before,
/// until no output depends on it.</summary>
public sealed class VanishingActivationsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The activations of a network vanish",
        "'{0}' lets the activations vanish: predicted standard deviation {1} at layer '{2}', below {3} times "
            + "the root mean square of the input; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.VanishingActivations;

    private protected override string Quantity => "std";

    private protected override string Advice => "use larger weights";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.ActivationStdDev;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MinimumActivationStdDev;
}
