using System;
using System.Linq;
using System.Text;
using System.Threading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Reads the documentation that a user gives a member.</summary>
internal static class DocumentationReader
{
    private const string Start = "<member ";
    private const string End = "</member>";

    /// <summary>The documentation as XML elements; empty without, or where it is not XML, which the compiler says.</summary>
    /// <param name="symbol">The member.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static string Read(ISymbol symbol, CancellationToken cancellation)
    {
        string member = ReadMember(symbol, cancellation);
        int end = member.LastIndexOf(End, StringComparison.Ordinal);
        if (!member.StartsWith(Start, StringComparison.Ordinal) || end < 0)
        {
            return "";
        }

        // What could not be included, and the comment that says so: the compiler reports it where the user includes it.
        int start = member.IndexOf('>') + 1;
        string elements = Without(Without(member.Substring(start, end - start), "<!--", "-->"), "<include ", ">");

        // The compiler indents the elements by four spaces.
        return string.Join("\n", TextLines.Of(elements).Select(static line =>
            (line.StartsWith("    ", StringComparison.Ordinal) ? line.Substring(4) : line).TrimEnd())).Trim('\n');
    }

    // A text without its pieces from some start to the next end.
    private static string Without(string text, string start, string end)
    {
        StringBuilder left = new();
        int position = 0;
        while (text.IndexOf(start, position, StringComparison.Ordinal) is >= 0 and var first
            && text.IndexOf(end, first, StringComparison.Ordinal) is >= 0 and var last)
        {
            left.Append(text, position, first - position);
            position = last + end.Length;
        }

        return left.Append(text, position, text.Length - position).ToString();
    }

    private static string ReadMember(ISymbol symbol, CancellationToken cancellation)
    {
        try
        {
            // Includes are replaced by what they include: their paths are relative to the user's file.
            return symbol.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation) ?? "";
        }
        catch (ArgumentOutOfRangeException)
        {
            // So Roslyn 4.14 fails at includes that it cannot follow, in files where an edit came between a carriage return and its line feed.
            return symbol.GetDocumentationCommentXml(expandIncludes: false, cancellationToken: cancellation) ?? "";
        }
    }
}
