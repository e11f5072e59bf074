using System;
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
        html.WriteString(text);
        html.End();
    }
}
