using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>What a rule found.</summary>
/// <param name="Layer">The layer that causes it.</param>
/// <param name="Diagnostic">What is reported.</param>
public sealed record Finding(SignalLayer Layer, Diagnostic Diagnostic)
{
    /// <summary>Whether the signal that is predicted of the layer, and behind it, may be its consequence. Where not, another rule may have
    /// more to say.</summary>
    public bool ExplainsSignal { get; init; } = true;
}
