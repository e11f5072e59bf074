using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Analyzers.Wording;
using InitGen.Definition;
using InitGen.Specification;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2010: no orthogonal weights of gain 1 under ReLU and its kin, which pass half of the variance: orthogonal weights keep
/// it only where the activation does (Saxe et al. 2014, section 3.1).</summary>
public sealed class OrthogonalUnderRectifierRule : InitializerRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2010";

    // A gain to four decimals is exact to a hundredth of a percent.
    private const int GainDecimals = 4;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Orthogonal weights under ReLU need a gain",
        "'{0}' has orthogonal weights of gain 1 under {1}, so the signal loses {2} % of its variance at each such layer: {3}; use {4}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(NetworkSignal network)
    {
        SignalLayer[] layers = [.. network.Layers.Where(static layer => IsCandidate(layer.Spec) && Losing(layer).Any())];
        if (layers.Length == 0)
        {
            yield break;
        }

        Remedy remedy = new(network, layers, static layer => WithGain(layer).ApplyTo(layer));
        if (remedy.End is not { } end)
        {
            yield break;
        }

        bool vanishes = end.Before < network.Thresholds.MinimumActivationStdDev * network.InputRootMeanSquare;
        int harmful = layers.Sum(layer => Losing(layer).Count(resolved => vanishes || resolved.Inputs == resolved.Units));
        if (harmful < 2)
        {
            yield break;
        }

        foreach (SignalLayer layer in layers)
        {
            SuggestedInitializer suggestion = WithGain(layer.Spec);
            string loss = NumberText.Of(Math.Round(100 * (1 - Losing(layer).Min(resolved => VarianceRatio.Of(layer, resolved)))));
            yield return At(
                layer,
                suggestion,
                remedy,
                end.Title,
                layer.Name,
                ActivationText.Of(layer.Spec.Activation),
                loss,
                end.Message(suggestion),
                suggestion.Text);
        }
    }

    private static bool IsCandidate(DenseSpec layer) => layer is
    {
        Init: Init.Orthogonal,
        Gain: 1,
        Activation: Activation.Relu or Activation.LeakyRelu or Activation.Gelu or Activation.Silu or Activation.Mish,
    };

    private static IEnumerable<ResolvedLayer> Losing(SignalLayer layer) => layer.Resolved
        .Where(resolved => VarianceRatio.Of(layer, resolved) is < 1 and var ratio && !VarianceRatio.IsNegligible(ratio));

    // The gain that gives the square matrices of a stack the variance that suits them.
    private static SuggestedInitializer WithGain(DenseSpec layer)
    {
        double gain = Math.Sqrt(layer.Units * SuggestedInitializer.For(layer).Variance(layer, layer.Units));
        return new SuggestedInitializer(Init.Orthogonal, Math.Round(gain, GainDecimals));
    }
}
