using System.Xml;
using InitGen.Reporting.Charts;

namespace InitGen.Reporting;

/// <summary>Charts with their captions.</summary>
internal static class FigureExtensions
{
    /// <summary>Writes a chart with its caption, and the unit of its vertical axis.</summary>
    public static void Figure(this XmlWriter html, LineChart chart, string caption)
    {
        html.Start("figure");
        html.Start("figcaption");
        html.WriteString(caption);
        html.Element("span", chart.Unit, ("class", "unit"));
        html.End();
        chart.Write(html);
        html.End();
    }
}
