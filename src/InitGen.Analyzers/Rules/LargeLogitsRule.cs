using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Propagation;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3007: a classifier starts near equal probabilities. Large logits are sure of a class that nothing has taught them: the
/// first loss is far above ln K, and the first steps do nothing but undo it.</summary>
internal sealed class LargeLogitsRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3007";

    // Below, nobody notices: He weights up to the last layer give 1 more than ln K.
    private const double NoticeableExcess = 5;

    // Of networks that start with less, nearly all train at some learning rate (docs/accuracy.md).
    private const double LargeExcess = 100;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The logits of a classifier start large",
        "'{0}' starts with logits of predicted standard deviation {1}, so that the first cross-entropy is {2} instead of ln {3} = {4}; {5}",
        CrossingRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        SignalLayer last = network.Layers[network.Layers.Length - 1];
        double loss = LossOf(network, network.Prediction);
        if (last.Spec.Activation.Kind != Activation.Softmax || !(ExcessOf(network, loss) > NoticeableExcess))
        {
            yield break;
        }

        // What is but a hint does not stand for a warning.
        DiagnosticSeverity severity = ExcessOf(network, loss) > LargeExcess ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;
        if (earlier.Any(finding => finding.ExplainsSignal && finding.Diagnostic.Severity >= severity))
        {
            yield break;
        }

        double logitStdDev = network.Prediction.Lower[network.Predicted.Count - 1].ActivationStdDev;
        bool isOpen = network.Prediction.Upper[network.Predicted.Count - 1].ActivationStdDev != logitStdDev;
        string atLeast = isOpen ? "at least " : "";
        string standing = atLeast + NumberText.Of(loss);
        InitializerRemedy? remedy = InitializerRemedy.Find(
            network,
            [[.. network.Unsuitable.Where(static layer => layer.IsLast)], [.. network.Unsuitable]],
            prediction => ExcessOf(network, LossOf(network, prediction)) <= NoticeableExcess);
        string remedied = remedy is null ? "" : NumberText.Of(LossOf(network, remedy.Prediction));
        double scaled = LossOf(network, network.WithScaledInput().Prediction);
        string advice = remedy is not null ? $"use {remedy.TextAt(last)} (predicted {remedied})"
            : ExcessOf(network, scaled) > NoticeableExcess ? "use smaller weights in the last layer"
            : network.AdviceToScaleInput(NumberText.Of(scaled));
        yield return new SignalFinding(last, Diagnostic.Create(
            Descriptor,
            last.Declaration.Arguments.LocationOf(nameof(WeightedLayerAttribute.Init)),
            severity,
            remedy?.Places,
            remedy?.PropertiesAt(last, $"first cross-entropy {remedied} instead of {standing}") ?? last.Properties,
            last.Name,
            atLeast + NumberText.Of(logitStdDev) + (isOpen ? $" ({CorrelationText.Reason})" : ""),
            standing,
            NumberText.Of((long)last.Resolved[0].Units),
            NumberText.Of(Math.Log(last.Resolved[0].Units)),
            advice));
    }

    // Where only bounds are known, it is at least that.
    private static double LossOf(NetworkSignal network, NetworkPrediction prediction) => FirstCrossEntropy.Of(
        network.Resolved[network.Resolved.Count - 1].Units, prediction.Lower[prediction.Layers.Count - 1].ActivationStdDev);

    private static double ExcessOf(NetworkSignal network, double loss) =>
        loss - Math.Log(network.Resolved[network.Resolved.Count - 1].Units);
}
