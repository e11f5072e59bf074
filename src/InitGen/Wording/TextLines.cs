using System;

namespace InitGen.Wording;

/// <summary>Text by lines.</summary>
internal static class TextLines
{
    // All that ends a line of C#, and with it a comment.
    private static readonly string[] Ends = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>The lines of a text, whatever ends them.</summary>
    public static string[] Of(string text) => text.Split(Ends, StringSplitOptions.None);
}
