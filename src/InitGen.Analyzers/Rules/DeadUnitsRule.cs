using InitGen.Definition;
using InitGen.Propagation;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3006: most units of a rectifier are active for some inputs. One that is inactive for all gets no gradient.</summary>
public sealed class DeadUnitsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The units of a layer start dead",
        "'{0}' starts with dead units: predicted fraction {1} of the units of layer '{2}' is inactive, more than {3} may be; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.DeadUnits;

    private protected override string Quantity => "inactive fraction";

    private protected override string Advice => "use a larger bias";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.SaturatedFraction;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MaximumInactiveFraction;
}
