using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using InitGen.Reporting.Charts;

namespace InitGen.Reporting;

/// <summary>A report as one HTML file that needs nothing else: no network, no script.</summary>
public static class HtmlReport
{
    /// <summary>Writes a report to a file, which is there whole or not at all.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The path of the file; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(SignalReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        TextFile.Write(path, writer => Write(report, writer));
    }

    /// <summary>Writes a report. The text says that it is UTF-8.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SignalReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        string title = report.Networks.Count == 1 ? $"{report.Networks[0].Name}: signal report" : "Signal report";
        writer.Write("<!DOCTYPE html>\n");
        using XmlWriter html = XmlWriter.Create(writer, new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            CheckCharacters = false, // a name may hold what XML cannot
            Indent = true,
            IndentChars = "",
            NewLineChars = "\n",
        });
        html.Start("html", ("lang", "en"));
        html.Start("head");
        html.Start("meta", ("charset", "utf-8")).WriteEndElement();
        html.Start("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).WriteEndElement();
        html.Start("meta", ("name", "color-scheme"), ("content", "light dark")).WriteEndElement();
        html.Start("link", ("rel", "icon"), ("href", "data:,")).WriteEndElement(); // browsers ask the server for one otherwise
        html.Element("title", title);
        html.Start("style");
        html.WriteRaw(Style());
        html.End();
        html.End();

        html.Start("body").Start("main");
        html.Element("h1", title);
        WriteLegend(html);
        IReadOnlyList<SignalFigure> figures = SignalFigure.Of(report);
        if (report.Networks.Count > 1)
        {
            new ComparisonSection(html, figures).Write(report.Networks);
        }

        var section = new NetworkSection(html, figures);
        foreach ((int index, NetworkReport network) in report.Networks.Index())
        {
            section.Write(network, index);
        }

        html.End();
        html.End();
        html.End();
        html.Flush();
        writer.Write('\n');
    }

    /// <summary>What lines and marks mean; drawn rather than coloured, so that it is there on paper too.</summary>
    private static void WriteLegend(XmlWriter html)
    {
        html.Start("p", ("class", "legend"));
        WriteKey(html, "measured", "measured", key => key.Start("circle", ("cx", "14"), ("cy", "6"), ("r", "2.4")).WriteEndElement());
        WriteKey(
            html,
            "predicted",
            "predicted when it was compiled",
            key => key.Start("circle", ("cx", "14"), ("cy", "6"), ("r", "4.6")).WriteEndElement());
        WriteKey(html, "threshold", "threshold", _ => { });
        html.Start("span");
        html.Start("svg", ("viewBox", "0 0 12 12"), ("aria-hidden", "true"), ("class", "sample measured"));
        html.Start("path", ("class", "beyond"), ("d", "M6 2l4 8h-8z")).WriteEndElement();
        html.WriteEndElement();
        html.WriteString("beyond the chart");
        html.End();
        html.End();
    }

    private static void WriteKey(XmlWriter html, string style, string text, Action<XmlWriter> point)
    {
        html.Start("span");
        html.Start("svg", ("viewBox", "0 0 28 12"), ("aria-hidden", "true"), ("class", $"sample {style}"));
        if (style == "threshold")
        {
            html.Line("threshold", 0, 6, 28, 6);
        }
        else
        {
            html.Start("polyline", ("points", "0,6 28,6")).WriteEndElement();
        }

        point(html);
        html.WriteEndElement();
        html.WriteString(text);
        html.End();
    }

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
