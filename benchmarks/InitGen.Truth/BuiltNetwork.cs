using InitGen.Reporting;

namespace InitGen.Truth;

/// <summary>A network, compiled.</summary>
/// <param name="Definition">The network.</param>
/// <param name="Findings">What the rules say of it.</param>
/// <param name="Type">Its class, to be trained.</param>
internal sealed record BuiltNetwork(NetworkDefinition Definition, IReadOnlyList<CompilerDiagnostic> Findings, Type Type);
