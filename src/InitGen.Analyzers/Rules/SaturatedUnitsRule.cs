using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3003: the units of a bounded activation function are not saturated. Those that are hardly learn, whatever their error
/// (Glorot and Bengio 2010, section 3).</summary>
public sealed class SaturatedUnitsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The units of a layer saturate",
        "'{0}' saturates: predicted fraction {1} of the units of layer '{2}' passes less than 1 % of the gradient, more than {3} may; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.SaturatedUnits;

    private protected override string Quantity => "saturated fraction";

    private protected override string Advice => "use smaller weights, inputs or biases";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.SaturatedFraction;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MaximumSaturatedFraction;
}
