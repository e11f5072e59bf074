using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Testing.CodeFixes;

/// <summary>An action that a fixer offers for a diagnostic.</summary>
/// <param name="Document">The document of the diagnostic.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Fixer">The fixer.</param>
/// <param name="Action">The action.</param>
internal sealed record OfferedFix(Document Document, Diagnostic Diagnostic, CodeFixProvider Fixer, CodeAction Action);
