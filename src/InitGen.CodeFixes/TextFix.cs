using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>A fix as changes of the text, so that all that is not changed stays as the user wrote it.</summary>
/// <param name="Title">What the user is offered.</param>
/// <param name="Changes">The changes of the document; they do not overlap.</param>
public sealed record TextFix(string Title, ImmutableArray<TextChange> Changes);
