using System.Globalization;
using System.Xml;

namespace InitGen.Reporting.Charts;

/// <summary>The elements that charts are made of.</summary>
internal static class Svg
{
    /// <summary>A coordinate, to a tenth.</summary>
    /// <param name="value">The coordinate.</param>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Starts a chart with a title and a description for those who do not see it.</summary>
    public static void StartSvg(
        this XmlWriter html, string style, string id, double width, double height, string title, string description)
    {
        html.Start(
            "svg",
            ("class", style),
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            ("role", "img"),
            ("aria-labelledby", $"{id}-title {id}-desc"));
        html.Element("title", title, ("id", $"{id}-title"));
        html.Element("desc", description, ("id", $"{id}-desc"));
    }

    /// <summary>Writes a line.</summary>
    public static void Line(this XmlWriter html, string style, double x1, double y1, double x2, double y2) =>
        html.Start(
            "line", ("class", style), ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2))).WriteEndElement();

    /// <summary>Writes a text.</summary>
    public static void SvgText(this XmlWriter html, string style, double x, double y, string text) =>
        html.Element("text", text, ("class", style), ("x", Number(x)), ("y", Number(y)));
}
