using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Tool.Rules;

/// <summary>A line of code that is longer than a line of the terminal.</summary>
internal static class CodeLine
{
    private const int Indentation = 4;

    /// <summary>Breaks a line where it means the same: behind an attribute, else at a space outside of strings, the further right the
    /// better; a comment goes on as a comment. What has no such place stays long.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">The most characters of a line.</param>
    public static IEnumerable<string> Wrap(string line, int width)
    {
        string indentation = line[..^line.TrimStart().Length];
        bool isFirst = true;
        while (line.Length > width && BreakOf(line, width) is var place and > 0)
        {
            bool isComment = CommentOf(line) is var comment and >= 0 && comment < place;
            yield return line[..place];
            string margin = isFirst && line[place - 1] == ']' ? indentation : indentation + new string(' ', Indentation);
            line = margin + (isComment ? "// " : "") + line[(place + 1)..];
            isFirst = false;
        }

        yield return line;
    }

    private static int BreakOf(string line, int width)
    {
        int start = line.Length - line.TrimStart().Length + (line.TrimStart().StartsWith("// ", StringComparison.Ordinal) ? 3 : 0);
        int[] places = [.. Spaces(line).Where(place => place > start && place <= width)];
        int[] attributes = [.. places.Where(place => line[place - 1] == ']')];
        return attributes.Length > 0 ? attributes[^1] : places.LastOrDefault();
    }

    private static IEnumerable<int> Spaces(string line)
    {
        bool isString = false;
        int comment = CommentOf(line);
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && (comment < 0 || i < comment))
            {
                isString = !isString;
            }
            else if (line[i] == ' ' && !isString)
            {
                yield return i;
            }
        }
    }

    private static int CommentOf(string line) => line.IndexOf("// ", StringComparison.Ordinal);
}
