using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Suggestions;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>A rule on the signal of a network at initialization.</summary>
internal abstract class SignalRule
{
    private protected const string Category = "InitGen.Initialization";

    private protected SignalRule()
    {
    }

    /// <summary>What the rule is called and says.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Each layer of a network that breaks the rule.</summary>
    /// <param name="network">The network.</param>
    /// <param name="earlier">What the rules before this one found and the user hears of, so that one cause is reported once.</param>
    public abstract IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier);

    /// <summary>A warning where the network is predicted not to learn, or where a remedy changes the signal at the end by more than a
    /// factor of 20; else a hint, for people whose network trains as it is.</summary>
    private protected static DiagnosticSeverity SeverityByOutcome(NetworkSignal network, PredictedChange? end) =>
        network.FailsToLearn || end is { IsLarge: true } ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

    private protected static bool IsExplained(SignalLayer layer, IReadOnlyList<SignalFinding> earlier) =>
        earlier.Any(finding => finding.ExplainsSignal && finding.Layer == layer);
}

/// <summary>What a rule found.</summary>
/// <param name="Layer">The layer that causes it.</param>
/// <param name="Diagnostic">What is reported.</param>
internal sealed record SignalFinding(SignalLayer Layer, Diagnostic Diagnostic)
{
    /// <summary>Whether the signal that is predicted of the layer, and behind it, may be its consequence. Where not, another rule may have
    /// more to say.</summary>
    public bool ExplainsSignal { get; init; } = true;
}
