using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3008: no ReLU layers of so few units that they often start dead. What comes out of a ReLU is never negative: a unit behind
/// n such units whose weights are negative, one of 2ⁿ, is 0 for every input, and m such units are, in one of 2ⁿᵐ (Lu et al. 2020,
/// "Dying ReLU and Initialization", section 3).</summary>
internal sealed class NarrowRectifierRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3008";

    // One seed of twenty.
    private const double LargestChance = 0.05;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A layer of few units often starts dead",
        "'{0}' has {1} {2} behind {3}, none of which is ever negative: with {4} of all seeds or more, {5} has negative weights only, "
            + "is 0 for every input, and nothing is learnt; use more units, or LeakyRelu",
        CrossingRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        int[] narrow = [.. Enumerable.Range(1, Math.Max(network.Resolved.Count - 2, 0)).Where(layer => CanStartDead(network, layer))];
        double chance = 1 - narrow.Aggregate(1.0, (alive, layer) => alive * (1 - ChanceOf(network.Resolved[layer])));
        if (!(chance > LargestChance))
        {
            yield break;
        }

        int worst = narrow.OrderByDescending(layer => ChanceOf(network.Resolved[layer])).First();
        SignalLayer layer = network.LayerOf(worst);
        ResolvedLayer resolved = network.Resolved[worst];
        string chanceText = NumberText.Percent(chance);
        bool isAlone = chanceText == NumberText.Percent(ChanceOf(resolved));
        yield return new SignalFinding(layer, Diagnostic.Create(
            Descriptor,
            layer.Declaration.Arguments.LocationOf(layer.Spec.SizeArgument),
            layer.Properties,
            layer.Name,
            $"{NumberText.Of((long)resolved.Units)} {layer.Function.DisplayName}",
            resolved.Units == 1 ? "unit" : "units",
            resolved.FanIn == 1 ? "1 unit" : $"{NumberText.Of((long)resolved.FanIn)} units",
            chanceText,
            isAlone ? "it" : "it or another such layer"))
        {
            ExplainsSignal = false,
        };
    }

    private static double ChanceOf(ResolvedLayer layer) => Math.Pow(2, -(double)layer.FanIn * layer.Units);

    // A bias above 0, or noise on it, may lift a unit.
    private static bool CanStartDead(NetworkSignal network, int index)
    {
        return network.Resolved[index].From[0] is >= 0 and var source
            && network.Resolved[source].Activation.Function.IsNonNegative
            && network.Resolved[index] is { Bias: <= 0, BiasStdDev: 0, Weights.Distribution: { IsPredictable: true } and not ConstantWeights } layer
            && layer.Activation.Function.Derivative(-1) == 0;
    }
}
