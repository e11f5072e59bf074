using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Testing.Markup;

/// <summary>A source without its markup, and what the markup marked.</summary>
/// <param name="Text">The source.</param>
/// <param name="Spans">The marked stretches, in the order in which they start.</param>
internal sealed partial record MarkupSource(string Text, ImmutableArray<MarkupSpan> Spans)
{
    /// <summary>Takes the markup out of a source: <c>[|…|]</c>, <c>{|INIT2003:…|}</c> and <c>{|#0:…|}</c>, which nest.</summary>
    /// <param name="markup">The source with markup.</param>
    /// <exception cref="VerificationException">A stretch has no end or no start.</exception>
    public static MarkupSource Parse(string markup)
    {
        var text = new StringBuilder(markup.Length);
        var open = new Stack<(string Opening, string Name, int Start)>();
        var spans = new List<MarkupSpan>();
        int copied = 0;
        foreach (Match token in Token().Matches(markup))
        {
            text.Append(markup, copied, token.Index - copied);
            copied = token.Index + token.Length;
            if (token.ValueSpan[0] != '|')
            {
                open.Push((token.Value[..1], token.Groups["name"].Value, text.Length));
                continue;
            }

            string opening = token.Value == "|]" ? "[" : "{";
            if (!open.TryPeek(out var innermost) || innermost.Opening != opening)
            {
                throw new VerificationException($"The markup '{token.Value}' at character {token.Index} ends nothing:\n{markup}");
            }

            open.Pop();
            spans.Add(new MarkupSpan(innermost.Name, TextSpan.FromBounds(innermost.Start, text.Length)));
        }

        if (open.TryPeek(out var unclosed))
        {
            throw new VerificationException($"The markup '{unclosed.Opening}|{unclosed.Name}' has no end:\n{markup}");
        }

        text.Append(markup, copied, markup.Length - copied);
        spans.Sort((left, right) => left.Span.CompareTo(right.Span));
        return new MarkupSource(text.ToString(), [.. spans]);
    }

    [GeneratedRegex(@"\[\||\{\|(?<name>#?\w+):|\|\]|\|\}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
