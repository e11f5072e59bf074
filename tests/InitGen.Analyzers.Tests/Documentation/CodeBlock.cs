using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>A block of C# in a page.</summary>
/// <param name="Info">What stands after "csharp".</param>
/// <param name="Code">The code.</param>
internal sealed partial record CodeBlock(string Info, string Code)
{
    /// <summary>The words of <see cref="Info"/>.</summary>
    public IReadOnlyList<string> Words => Info.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The blocks of a page.</summary>
    /// <param name="markdown">The page.</param>
    public static IEnumerable<CodeBlock> In(string markdown) => Block().Matches(markdown)
        .Select(static match => new CodeBlock(match.Groups["info"].Value.Trim(), match.Groups["code"].Value));

    [GeneratedRegex("^```csharp(?<info>.*)\n(?<code>(.*\n)*?)```$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
