using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace InitGen.Tool.Rules;

/// <summary>The page of a rule, as it stands in docs/rules.</summary>
/// <param name="Text">Its text, in Markdown.</param>
internal sealed record RulePage(string Text)
{
    private const string Prefix = "INIT";
    private const string Extension = ".md";

    /// <summary>The ids of all rules, in their order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(RulePage).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The first heading: id and title.</summary>
    public string Title => Text[..Text.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#', ' ').TrimEnd();

    /// <summary>Reads the page of a rule.</summary>
    /// <param name="id">Its id, in any case, with or without INIT.</param>
    /// <exception cref="ToolException">There is no such rule.</exception>
    public static RulePage Read(string id)
    {
        string upper = id.ToUpperInvariant();
        string whole = upper.StartsWith(Prefix, StringComparison.Ordinal) ? upper : Prefix + upper;
        if (!Ids.Contains(whole))
        {
            string[] near = [.. Ids.Where(candidate => IsNear(candidate, whole))];
            throw new ToolException(near.Length > 0
                ? $"There is no rule '{id}'; near it are {string.Join(", ", near)}."
                : $"There is no rule '{id}'; 'initgen explain' lists all rules.");
        }

        using var reader = new StreamReader(typeof(RulePage).Assembly.GetManifestResourceStream(whole + Extension)!, Encoding.UTF8);
        return new RulePage(reader.ReadToEnd());
    }

    // Another digit, or one that is missing.
    private static bool IsNear(string candidate, string id) => candidate.Length == id.Length
        ? candidate.Zip(id).Count(pair => pair.First != pair.Second) == 1
        : id.Length == candidate.Length - 1 && candidate.StartsWith(id, StringComparison.Ordinal);
}
