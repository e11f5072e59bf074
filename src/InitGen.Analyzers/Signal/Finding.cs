using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Signal;

/// <summary>What a rule found.</summary>
/// <param name="Layer">The layer that causes it.</param>
/// <param name="Diagnostic">What is reported.</param>
public sealed record Finding(SignalLayer Layer, Diagnostic Diagnostic);
