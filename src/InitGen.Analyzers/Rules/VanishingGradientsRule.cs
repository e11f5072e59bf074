using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Propagation;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3004: the gradients do not vanish on their way back, so that the first layers learn as the last ones do.</summary>
public sealed class VanishingGradientsRule : CrossingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The gradients of a network vanish",
        "'{0}' lets the gradients vanish: predicted standard deviation {1} at layer '{2}', below {3} times the one at the output; {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override SignalFault Fault => SignalFault.VanishingGradients;

    private protected override string Quantity => "gradient std";

    private protected override string Advice => "use larger weights, fewer layers or another activation";

    private protected override double ValueOf(LayerPrediction prediction) => prediction.GradientStdDev;

    private protected override double ThresholdOf(SignalThresholds thresholds) => thresholds.MinimumGradientStdDev;

    // Under some activations (softplus, sigmoid), weights that keep the activations do not keep the gradients: no initializer keeps both.
    private protected override bool IsInherent(NetworkSignal network) =>
        network.Layers.Where(static layer => layer.IsHidden).All(static layer =>
            layer.Resolved.All(resolved => resolved is { Bias: 0, BiasStdDev: 0 } && IsSuitable(layer, resolved)));

    private static bool IsSuitable(SignalLayer layer, ResolvedLayer resolved) =>
        VarianceRatio.IsNegligible(VarianceRatio.Of(layer, resolved));
}
