using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>The rules on the predicted signal.</summary>
internal static class CrossingRules
{
    /// <summary>A category of its own, so that these rules can be set apart from those that know what is wrong.</summary>
    internal const string Category = "InitGen.Signal";

    private static readonly DiagnosticDescriptor VanishingActivations = new(
        "INIT3001",
        "The activations of a network vanish",
        "'{0}' lets the activations vanish: predicted standard deviation {1} at layer '{2}', below {3} times "
            + "{5}, the root mean square of the input; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3001"));

    private static readonly DiagnosticDescriptor ExplodingActivations = new(
        "INIT3002",
        "The activations of a network explode",
        "'{0}' lets the activations explode: predicted standard deviation {1} at layer '{2}', above {3} times "
            + "{5}, the root mean square of the input; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3002"));

    private static readonly DiagnosticDescriptor SaturatedUnits = new(
        "INIT3003",
        "The units of a layer saturate",
        "'{0}' saturates: {1} of the units of layer '{2}' are predicted to pass less than 1 % of the gradient, more than {3}; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3003"));

    private static readonly DiagnosticDescriptor VanishingGradients = new(
        "INIT3004",
        "The gradients of a network vanish",
        "'{0}' lets the gradients vanish: the largest gradient of the weights, at layer '{2}', is predicted to be {1} times the one at the "
            + "output, below {3}; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3004"));

    private static readonly DiagnosticDescriptor ExplodingGradients = new(
        "INIT3005",
        "The gradients of a network explode",
        "'{0}' lets the gradients explode: the gradient at layer '{2}' is predicted to be {1} times the one at the output, above {3}; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3005"));

    private static readonly DiagnosticDescriptor DeadUnits = new(
        "INIT3006",
        "The units of a layer start dead",
        "'{0}' starts with dead units: {1} of the units of layer '{2}' are predicted to be inactive, more than {3}; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3006"));

    private static readonly DiagnosticDescriptor IndistinguishableInputs = new(
        "INIT3011",
        "A network cannot tell its inputs apart",
        "'{0}' loses what tells inputs apart: {1} of the activations of layer '{2}' is predicted to differ from input to input, less than "
            + "{3}, so that no weight gets a gradient to speak of; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink("INIT3011"));

    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<CrossingRule> All { get; } =
    [
        // Each layer passes on less of the input than the one before, until no output depends on it.
        new CrossingRule(VanishingActivations, SignalFault.VanishingActivations)
        {
            Quantity = "std",
            Advice = "use larger weights",
            ValueOf = static (_, predicted, layer) => predicted[layer].ActivationStdDev,
            ThresholdOf = static thresholds => thresholds.MinimumActivationStdDev,
            Without = static thresholds => thresholds with { MinimumActivationStdDev = 0 },
        },

        // The loss is huge, and so is its every gradient.
        new CrossingRule(ExplodingActivations, SignalFault.ExplodingActivations)
        {
            Quantity = "std",
            Advice = "use smaller weights or biases",
            ValueOf = static (_, predicted, layer) => predicted[layer].ActivationStdDev,
            ThresholdOf = static thresholds => thresholds.MaximumActivationStdDev,
            Without = static thresholds => thresholds with { MaximumActivationStdDev = double.PositiveInfinity },
        },

        // Saturated units hardly learn, whatever their error (Glorot and Bengio 2010, section 3).
        new CrossingRule(SaturatedUnits, SignalFault.SaturatedUnits)
        {
            Quantity = "saturated fraction",
            Advice = "use smaller weights, inputs or biases",
            ValueOf = static (_, predicted, layer) => predicted[layer].SaturatedFraction,
            IsFraction = true,
            ThresholdOf = static thresholds => thresholds.MaximumSaturatedFraction,
            Without = static thresholds => thresholds with { MaximumSaturatedFraction = 1 },
        },

        // What the weights get is the gradient at the layer times what tells inputs apart: where both are small, nothing is learnt.
        new CrossingRule(VanishingGradients, SignalFault.VanishingGradients)
        {
            Quantity = "gradient of the weights",
            Advice = "use larger weights, fewer layers or another activation",
            ValueOf = static (network, predicted, layer) =>
                ThresholdCrossing.WeightGradientStdDev(
                    network.Spec.InputMean, network.Spec.InputStdDev, network.Judged, predicted, layer),
            ThresholdOf = static thresholds => thresholds.MinimumGradientStdDev,
            Without = static thresholds => thresholds with { MinimumGradientStdDev = 0 },
        },

        // No one learning rate suits all layers.
        new CrossingRule(ExplodingGradients, SignalFault.ExplodingGradients)
        {
            Quantity = "gradient std",
            Advice = "use smaller weights",
            ValueOf = static (_, predicted, layer) => predicted[layer].GradientStdDev,
            ThresholdOf = static thresholds => thresholds.MaximumGradientStdDev,
            Without = static thresholds => thresholds with { MaximumGradientStdDev = double.PositiveInfinity },
        },

        // A unit that is inactive for all inputs gets no gradient.
        new CrossingRule(DeadUnits, SignalFault.DeadUnits)
        {
            Quantity = "inactive fraction",
            Advice = "use a larger bias",
            ValueOf = static (_, predicted, layer) => predicted[layer].SaturatedFraction,
            IsFraction = true,
            ThresholdOf = static thresholds => thresholds.MaximumInactiveFraction,
            Without = static thresholds => thresholds with { MaximumInactiveFraction = 1 },
        },

        // What is left differs between units, by their biases or by the mean of what comes in, and is the same for every input.
        new CrossingRule(IndistinguishableInputs, SignalFault.IndistinguishableInputs)
        {
            Quantity = "part that tells inputs apart",
            Advice = "use larger weights, less noise on the biases, fewer layers or another activation",
            ValueOf = static (_, predicted, layer) => ThresholdCrossing.SignalFraction(predicted[layer]),
            IsFraction = true,
            ThresholdOf = static thresholds => thresholds.MinimumSignalFraction,
            Without = static thresholds => thresholds with { MinimumSignalFraction = 0 },
        },
    ];

    /// <summary>The thresholds whose crossing anybody hears of. A network has one crossing, the first: one that is silenced would hide the
    /// others.</summary>
    /// <param name="thresholds">All thresholds.</param>
    /// <param name="severity">How loudly the rules speak.</param>
    public static SignalThresholds Heard(SignalThresholds thresholds, RuleSeverity severity) =>
        All.Where(rule => !severity.IsHeard(rule.Descriptor)).Aggregate(thresholds, static (heard, rule) => rule.Without(heard));
}
