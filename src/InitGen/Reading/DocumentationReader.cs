using System.Linq;
using System.Threading;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Reads the documentation that a user gives a member.</summary>
internal static class DocumentationReader
{
    /// <summary>The documentation as XML elements; empty without, or where it is not XML, which the compiler says.</summary>
    /// <param name="symbol">The member.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    public static string Read(ISymbol symbol, CancellationToken cancellation)
    {
        // Includes are replaced by what they include: their paths are relative to the user's file.
        string? member = symbol.GetDocumentationCommentXml(expandIncludes: true, cancellationToken: cancellation);
        if (string.IsNullOrEmpty(member))
        {
            return "";
        }

        try
        {
            return string.Concat(XElement.Parse(member, LoadOptions.PreserveWhitespace).Nodes().Select(static node => node.ToString(SaveOptions.DisableFormatting))).Trim();
        }
        catch (XmlException)
        {
            return "";
        }
    }
}
