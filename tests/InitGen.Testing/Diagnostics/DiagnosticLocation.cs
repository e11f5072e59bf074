using Microsoft.CodeAnalysis;

namespace InitGen.Testing;

/// <summary>Where a diagnostic is expected: at a numbered place in the markup, or at a span of lines and columns.</summary>
/// <param name="MarkupKey">The number in <c>{|#0:…|}</c>; null where <paramref name="Span"/> says the place.</param>
/// <param name="Span">The span; an empty path means the first document.</param>
public readonly record struct DiagnosticLocation(int? MarkupKey, FileLinePositionSpan Span);
