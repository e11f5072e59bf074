using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>An example of a page: <c>```csharp bad</c>, with the errors of the compiler that accompany the rule, and the version of C# where
/// it matters (<c>```csharp bad CS0260</c>, <c>```csharp bad C#12</c>), or <c>```csharp good</c>. A word with an equals sign is a setting of
/// .editorconfig.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Info">What stands after "csharp".</param>
/// <param name="Code">The code.</param>
internal sealed record RuleExample(string Id, string Info, string Code)
{
    private IEnumerable<string> Words => Info.Split(' ');

    /// <summary>Whether the rule reports it.</summary>
    public bool IsBad => Words.First() == "bad";

    /// <summary>Whether the rule does not.</summary>
    public bool IsGood => Words.First() == "good";

    /// <summary>The errors of the compiler that go with it.</summary>
    public IEnumerable<string> CompilerErrors => Words.Where(static word => word.StartsWith("CS", System.StringComparison.Ordinal)).Order();

    /// <summary>The analysis, with the version of C# and the settings of .editorconfig.</summary>
    public NetworkAnalysis Analysis => new()
    {
        LanguageVersion = Words.Contains("C#12") ? LanguageVersion.CSharp12 : LanguageVersion.CSharp13,
        Settings = Words
            .Select(static word => word.Split('='))
            .Where(static parts => parts.Length == 2)
            .ToDictionary(static parts => parts[0], static parts => parts[1]),
    };
}
