using System.Collections.Generic;
using System.Linq;

namespace InitGen.Hosts.Editor;

/// <summary>What a compiler that remembers nothing makes of a project.</summary>
/// <param name="Findings">What it reports.</param>
/// <param name="GeneratedFiles">The texts of the files that the package generates, by name; none where the syntax is wrong.</param>
internal sealed record ScratchBuild(IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> GeneratedFiles)
{
    /// <summary>Whether the compiler gets as far as the rules: it stops at its own errors.</summary>
    public bool RunsRules => !Findings.Any(finding => finding.IsOfCompiler && finding.Severity == "error");
}
