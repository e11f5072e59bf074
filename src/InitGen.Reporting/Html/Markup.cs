using System;
using System.Linq;
using System.Xml;

namespace InitGen.Reporting;

/// <summary>Elements with their attributes, written one after the other.</summary>
internal static class Markup
{
    /// <summary>Starts an element.</summary>
    /// <returns>The writer.</returns>
    public static XmlWriter Start(this XmlWriter html, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        html.WriteStartElement(name);
        foreach ((string attribute, string value) in attributes)
        {
            html.WriteAttributeString(attribute, value);
        }

        return html;
    }

    /// <summary>Ends the innermost element with an end tag of its own: HTML has no other way to end one that is empty.</summary>
    public static void End(this XmlWriter html) => html.WriteFullEndElement();

    /// <summary>Writes an element that holds text alone.</summary>
    public static void Element(this XmlWriter html, string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        html.Start(name, attributes);
        html.Words(text);
        html.End();
    }

    /// <summary>Writes text whose lines do not end between a number and its percent sign.</summary>
    public static void Words(this XmlWriter html, string text) => html.WriteString(text.Replace(" %", "\u00a0%", StringComparison.Ordinal));

    /// <summary>Writes a name that a narrow place may break between its words: "Deep|Tanh|Network".</summary>
    public static void Name(this XmlWriter html, string name)
    {
        int start = 0;
        foreach (int place in Enumerable.Range(1, Math.Max(0, name.Length - 1)).Where(place => IsBreak(name, place)))
        {
            html.WriteString(name[start..place]);
            html.Start("wbr").WriteEndElement();
            start = place;
        }

        html.WriteString(name[start..]);
    }

    /// <summary>Whether a word of a name ends before a character: a space, a capital behind a small letter, or what follows a
    /// sign.</summary>
    public static bool IsBreak(string name, int place) =>
        name[place] == ' '
        || (char.IsUpper(name[place]) && char.IsLower(name[place - 1]))
        || (name[place - 1] is '.' or '_' or '-' or '/' && char.IsLetterOrDigit(name[place]));

    /// <summary>Starts a table that scrolls by itself where it is too wide for the screen.</summary>
    public static void StartTable(this XmlWriter html, string caption, params ReadOnlySpan<(string Heading, string Style)> columns)
    {
        html.Start("div", ("class", "table"), ("role", "group"), ("aria-label", caption), ("tabindex", "0"));
        html.Start("table");
        html.Element("caption", caption);
        html.Start("thead").Start("tr");
        foreach ((string heading, string style) in columns)
        {
            html.Element("th", heading, ("scope", "col"), ("class", style));
        }

        html.End();
        html.End();
        html.Start("tbody");
    }

    /// <summary>Ends a table.</summary>
    public static void EndTable(this XmlWriter html)
    {
        html.End();
        html.End();
        html.End();
    }
}
