using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Propagation;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>The rules on the signal of a network.</summary>
public static class SignalRules
{
    /// <summary>The rules, by id but where one that knows the cause better stands first. A rule sees what those before it found.</summary>
    public static ImmutableArray<SignalRule> All { get; } =
    [
        new ZeroWeightsRule(),
        new ConstantWeightsRule(),
        new XavierUnderRectifierRule(),
        new HeWithoutRectifierRule(),
        new StackedSigmoidRule(),
        new MissingRootRule(),
        new BoundAsStdDevRule(),
        new DoubleGainRule(),
        new OrthogonalUnderRectifierRule(),
        new SaturatingBiasRule(),
        new CollapsingLayersRule(),
        new SparseWeightsRule(),
        new SeluVarianceRule(),
        new RedundantInitializerRule(),
        new VanishingActivationsRule(),
        new ExplodingActivationsRule(),
        new SaturatedUnitsRule(),
        new VanishingGradientsRule(),
        new ExplodingGradientsRule(),
        new DeadUnitsRule(),
    ];

    /// <summary>All that the rules find.</summary>
    /// <param name="declaration">A network that breaks no rule on definitions.</param>
    /// <param name="thresholds">Between what its signal must stay.</param>
    public static IEnumerable<Diagnostic> Check(NetworkDeclaration declaration, SignalThresholds thresholds)
    {
        NetworkSignal network = new(declaration, thresholds);
        foreach (SignalRule rule in All)
        {
            network.Add([.. rule.Check(network)]);
        }

        return network.Findings.Select(static finding => finding.Diagnostic);
    }
}
