using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.CodeFixes;

/// <summary>Removes arguments of an attribute, with the comma before and the space around it; comments stay.</summary>
internal static class AttributeArgumentRemoval
{
    /// <summary>The changes that remove arguments. They do not overlap.</summary>
    /// <param name="list">The arguments.</param>
    /// <param name="removed">Those to remove, in their order.</param>
    public static IEnumerable<TextChange> Of(AttributeArgumentListSyntax list, IReadOnlyList<AttributeArgumentSyntax> removed)
    {
        int first = list.Arguments.TakeWhile(removed.Contains).Count();
        return removed.SelectMany((argument, number) =>
            number < first ? WithCommaBehind(list, number) : WithCommaBefore(list, list.Arguments.IndexOf(argument)));
    }

    private static IEnumerable<TextChange> WithCommaBefore(AttributeArgumentListSyntax list, int index)
    {
        AttributeArgumentSyntax argument = list.Arguments[index];
        AttributeArgumentSyntax previous = list.Arguments[index - 1];
        SyntaxToken comma = list.Arguments.GetSeparator(index - 1);
        bool isSpaceBefore = IsSpace(previous.GetTrailingTrivia()) && IsSpace(comma.LeadingTrivia);
        bool isSpaceAfter = IsSpace(comma.TrailingTrivia) && IsSpace(argument.GetLeadingTrivia());
        var removed = TextSpan.FromBounds(isSpaceBefore ? previous.Span.End : comma.SpanStart, argument.Span.End);
        return isSpaceAfter
            ? [new TextChange(removed, "")]
            : [new TextChange(TextSpan.FromBounds(removed.Start, comma.Span.End), ""), new TextChange(argument.Span, "")];
    }

    private static IEnumerable<TextChange> WithCommaBehind(AttributeArgumentListSyntax list, int index)
    {
        AttributeArgumentSyntax argument = list.Arguments[index];
        if (index == list.Arguments.Count - 1)
        {
            return [new TextChange(argument.Span, "")];
        }

        SyntaxToken comma = list.Arguments.GetSeparator(index);
        AttributeArgumentSyntax next = list.Arguments[index + 1];
        bool isSpace = IsSpace(argument.GetTrailingTrivia()) && IsSpace(comma.LeadingTrivia)
            && IsSpace(comma.TrailingTrivia) && IsSpace(next.GetLeadingTrivia());
        return isSpace
            ? [new TextChange(TextSpan.FromBounds(argument.SpanStart, next.SpanStart), "")]
            : [new TextChange(argument.Span, ""), new TextChange(comma.Span, "")];
    }

    private static bool IsSpace(SyntaxTriviaList trivia) =>
        trivia.All(static item => item.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
}
