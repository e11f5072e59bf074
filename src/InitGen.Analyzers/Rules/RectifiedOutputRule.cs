using System.Collections.Generic;
using System.Collections.Immutable;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2016: no ReLU behind the last layer. An output that is 0 for an input gets no gradient from it, and where inputs are much
/// alike at the end of a network, one that is 0 for all of them never learns.</summary>
internal sealed class RectifiedOutputRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2016";

    // What ends in a code or in features is a part of another network.
    private static readonly ImmutableArray<string> NamesOfParts =
        ["code", "embed", "latent", "feature", "extract", "backbone", "trunk", "block", "hidden", "gate"];

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network ends in ReLU",
        "'{0}' ends the network with {1}, {2}; use Linear, or Softplus for targets that are never negative",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        SignalLayer last = network.Layers[network.Layers.Length - 1];

        // One layer is a part of something, and an output does not stand in a stack.
        if (network.Resolved.Count == 1
            || last.Resolved.Count > 1
            || last.Function.Derivative(-1) != 0
            || last.Name.ContainsAny(NamesOfParts)
            || network.Declaration.Name.ContainsAny(NamesOfParts))
        {
            yield break;
        }

        double inactive = network.Predicted[network.Predicted.Count - 1].SaturatedFraction;
        string start = double.IsNaN(inactive)
            ? "which passes no gradient where an output starts at 0"
            : $"and {NumberText.Percent(inactive)} of its outputs are predicted to start at 0, where no gradient passes";
        ActivationRemedy remedy = new(network, [last], Activation.Linear);
        yield return new SignalFinding(last, Diagnostic.Create(
            Descriptor,
            last.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)),
            remedy.Places,
            remedy.Properties(outcome: null),
            last.Name,
            last.Function.DisplayName,
            start))
        {
            ExplainsSignal = false,
        };
    }
}
