using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2012: no two linear layers in a row, W₂·(W₁·x + b₁) + b₂ is one linear layer. Where an inner layer is a bottleneck, the
/// product is a matrix of low rank, which may be meant: that is an information only.</summary>
internal sealed class CollapsingLayersRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2012";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Consecutive linear layers collapse to one",
        "'{0}' starts {1} consecutive linear layers, which compute no more than one from {2} inputs to {3} units{4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        foreach (LayerRun run in LayerRun.Find(
            network, network.Resolved.Count, static layer => layer.Weights is not null && layer.Activation.Kind == Activation.Linear))
        {
            if (run.Count < 2)
            {
                continue;
            }

            ResolvedLayer[] layers = [.. network.Resolved.Skip(run.First).Take(run.Count)];
            int inputs = layers[0].FanIn;
            int units = layers[layers.Length - 1].Units;
            int rank = layers.Skip(1).Min(static layer => layer.FanIn);
            bool isBottleneck = rank < Math.Min(inputs, units);
            SignalLayer[] declared = run.Declared(network);
            SignalLayer first = declared[0];
            ActivationRemedy? remedy = isBottleneck || LayersToActivate(declared) is not { } activated
                ? null
                : new ActivationRemedy(network, activated, Activation.Relu);
            Diagnostic diagnostic = Diagnostic.Create(
                Descriptor,
                first.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)),
                isBottleneck ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
                remedy?.Places,
                remedy?.Properties(remedy.Outcome.End?.Title) ?? first.Properties,
                first.Name,
                NumberText.Of((long)run.Count),
                NumberText.Of((long)inputs),
                NumberText.Of((long)units),
                isBottleneck
                    ? $" of rank {NumberText.Of((long)rank)}; keep them only if the low rank is meant"
                    : "; give all but the last an activation or write one layer");

            // One linear layer in their place has the same signal.
            yield return new SignalFinding(first, diagnostic) { ExplainsSignal = false };
        }
    }

    // All but the last, where that can be told from the others: a stack has one activation. That of the output is not to be changed.
    private static SignalLayer[]? LayersToActivate(SignalLayer[] declared)
    {
        SignalLayer last = declared[declared.Length - 1];
        return last.Resolved.Count == 1 ? [.. declared.Where(layer => layer != last)] : last.IsLast ? null : declared;
    }
}
