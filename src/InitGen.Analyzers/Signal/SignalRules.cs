using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using InitGen.Analyzers.Rules;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>The rules on the signal of a network.</summary>
internal static class SignalRules
{
    /// <summary>The rules, by id but where one that knows the cause better stands first. A rule sees what is heard of those before
    /// it.</summary>
    public static ImmutableArray<SignalRule> All { get; } =
    [
        new ZeroWeightsRule(),
        new ConstantWeightsRule(),
        new HeWithoutRectifierRule(),
        new StackedSigmoidRule(),
        new MissingRootRule(),
        new BoundAsStdDevRule(),
        new LostVarianceRule(),
        new DoubleGainRule(),
        new OrthogonalUnderRectifierRule(),
        new SaturatingBiasRule(),
        new CollapsingLayersRule(),
        new SparseWeightsRule(),
        new SeluVarianceRule(),
        new RectifiedOutputRule(),
        new RedundantInitializerRule(),
        .. CrossingRules.All,
        new LargeLogitsRule(),
        new NarrowRectifierRule(),
    ];

    /// <summary>All that the rules find.</summary>
    /// <param name="network">The network.</param>
    /// <param name="isHeard">Whether anybody sees a diagnostic: what is switched off explains nothing.</param>
    public static IEnumerable<Diagnostic> Check(NetworkSignal network, Func<Diagnostic, bool> isHeard)
    {
        ImmutableList<SignalFinding> heard = [];
        foreach (SignalFinding finding in IndependentRules.Check(All, rule => rule.Check(network, heard)))
        {
            yield return finding.Diagnostic;
            heard = isHeard(finding.Diagnostic) ? heard.Add(finding) : heard;
        }
    }
}
