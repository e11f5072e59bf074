using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Reads the documentation that a user gives a member.</summary>
internal static class DocumentationReader
{
    private const string Start = "<member ";
    private const string End = "</member>";

    // What could not be included, and the comment that says so: the compiler reports it where the user includes it.
    private static readonly Regex FailedInclude = new("<include [^>]*>|<!--.*?-->", RegexOptions.Singleline);

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

        // The compiler indents the elements by four spaces.
        int start = member.IndexOf('>') + 1;
        string elements = FailedInclude.Replace(member.Substring(start, end - start), "");
        return string.Join("\n", elements.Split('\n').Select(static line =>
            (line.StartsWith("    ", StringComparison.Ordinal) ? line.Substring(4) : line).TrimEnd())).Trim('\n');
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
