using System.Text;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>Code, line by line, with '\n' on any machine.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Text as documentation writes it.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _depth).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Lines of code; those of a raw string literal, for example.</summary>
    public CodeWriter Lines(string lines)
    {
        foreach (string line in TextLines.Of(lines))
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Documentation: XML elements.</summary>
    public CodeWriter Documentation(string elements) => Comment(elements, "/// ");

    /// <summary>A comment; whatever ends a line in it, it ends none of the comment.</summary>
    public CodeWriter Comment(string text, string start = "// ")
    {
        foreach (string line in TextLines.Of(text))
        {
            Line((start + line).TrimEnd());
        }

        return this;
    }

    /// <summary>A header and the brace after it; what follows is indented.</summary>
    public CodeWriter Open(string header, string brace = "{")
    {
        Line(header).Line(brace);
        _depth++;
        return this;
    }

    public CodeWriter Close(string brace = "}")
    {
        _depth--;
        return Line(brace);
    }

    public override string ToString() => _text.ToString();
}
