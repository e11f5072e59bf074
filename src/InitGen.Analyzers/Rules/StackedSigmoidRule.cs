using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2006: no three hidden sigmoid layers in a row. The slope of a sigmoid is 1/4 at most, that of a hard one 1/6: each layer
/// multiplies the variance of a gradient by χ = m·v·E[φ'(z)²], which is well below 1 (Schoenholz et al. 2017, equation 5).</summary>
internal sealed class StackedSigmoidRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2006";

    // Two may stand in a row: an encoder and a decoder, a gate and what it opens.
    private const int SmallestStack = 3;

    // From there on, ten layers keep a third of the standard deviation.
    private const double HarmlessFactor = 0.8;

    // Below it no learning rate that suits the last layers reaches the first.
    private const double LostGradient = 0.01;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Stacked sigmoid layers lose the gradient",
        "'{0}' starts {1} stacked hidden sigmoid layers, each of which multiplies the variance of a gradient by χ = {2}: "
            + "the gradient at layer '{4}' is predicted to be {3} times the one at the output, {5} times with tanh; use tanh or ReLU",
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
            network, network.Resolved.Count - 1, static layer => layer.Activation.Kind is Activation.Sigmoid or Activation.HardSigmoid))
        {
            if (run.Count < SmallestStack)
            {
                continue;
            }

            double[] gradients =
                [.. network.Predicted.Skip(run.First).Take(run.Count).Select(static predicted => predicted.GradientStdDev)];
            double first = gradients[0];
            double factor = Math.Pow(first / gradients[gradients.Length - 1], 1.0 / (run.Count - 1));
            SignalLayer[] layers = run.Declared(network);

            // Behind or before weights of which nothing is known, and through zeros, there is no factor.
            if (!(factor is > 0 and < HarmlessFactor))
            {
                continue;
            }

            ActivationRemedy remedy = new(network, layers, Activation.Tanh);
            string place = network.Resolved[run.First].Name;
            string before = NumberText.Of(first);
            string after = NumberText.Of(remedy.Outcome.Predicted[run.First].GradientStdDev);

            // The sigmoid of an output is not to be changed, even where it stands in one stack with those of hidden layers.
            // Nor is anything to be changed that does not help.
            bool hasFix = !layers.Any(static layer => layer.IsLast)
                && network.IsRemedied(remedy.Outcome.Prediction);
            yield return new SignalFinding(layers[0], Diagnostic.Create(
                Descriptor,
                layers[0].Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Activation)),
                network.FailsToLearn || first < LostGradient ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                hasFix ? remedy.Places : [],
                hasFix ? remedy.Properties($"predicted gradient std at '{place}' {after} instead of {before}") : layers[0].Properties,
                layers[0].Name,
                NumberText.Of((long)run.Count),
                NumberText.Range([.. gradients.Zip(gradients.Skip(1), static (here, behind) => here * here / (behind * behind))]),
                before,
                place,
                after));
        }
    }
}
