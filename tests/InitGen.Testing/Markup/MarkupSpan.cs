using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Markup;

/// <summary>A marked stretch of a source.</summary>
/// <param name="Name">What the markup says of it: a diagnostic id, "#" and a number, or nothing for <c>[|…|]</c>.</param>
/// <param name="Span">Where it stands in the source without markup.</param>
internal sealed record MarkupSpan(string Name, TextSpan Span)
{
    /// <summary>The number of a place that an expected diagnostic refers to; null where the markup itself expects a diagnostic.</summary>
    public int? Key => Name.StartsWith('#') ? int.Parse(Name[1..], System.Globalization.CultureInfo.InvariantCulture) : null;
}
