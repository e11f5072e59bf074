using System.Collections.Generic;
using System.Linq;
using System.Text;
using InitGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace InitGen.Analyzers.Tests.Documentation;

/// <summary>The table of all rules, docs/rules/README.md.</summary>
internal static class RuleTable
{
    private const string Introduction = """
        # Rules

        Each rule has a page: its cause, bad and good examples, how to fix it, when to suppress it. Set a severity in `.editorconfig`
        (`dotnet_diagnostic.INIT2003.severity = error`), or silence one place with `#pragma warning disable INIT2003`.

        INIT1xxx are errors, but for INIT1022: the definition of a network has a mistake, so that nothing can be generated from it. INIT2xxx
        warn of an initialization that is known to go wrong, with the predicted numbers. INIT3xxx warn where the predicted signal vanishes, explodes or
        saturates, whatever the cause; where an INIT2xxx explains it, they are silent. A rule that is switched off (`none`, `silent`, `NoWarn`,
        a rule set) explains nothing; one place that is silenced by a pragma or an attribute is answered. INIT4xxx are about code that uses
        networks.

        When a signal counts as vanished, exploded or saturated is yours to set, as `initgen.maximum_saturated_fraction = 0.1` in
        `.editorconfig`; [INIT3000](INIT3000.md) lists the settings and their defaults.

        | Rule | Category | Severity | Fix | What it says |
        |---|---|---|---|---|

        """;

    /// <summary>The page, made from the descriptors and the fixers.</summary>
    public static string Text
    {
        get
        {
            StringBuilder text = new(Introduction);
            HashSet<string> fixable = [.. Fixers.SelectMany(static fixer => fixer.FixableDiagnosticIds)];
            foreach (DiagnosticDescriptor rule in RulePage.Descriptors)
            {
                string fix = fixable.Contains(rule.Id) ? "yes" : "";
                text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Category} | {rule.DefaultSeverity} | {fix} | {rule.Title} |\n");
            }

            return text.ToString();
        }
    }

    private static IEnumerable<CodeFixProvider> Fixers => typeof(Fixer).Assembly.GetTypes()
        .Where(static type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(CodeFixProvider)))
        .Select(static type => (CodeFixProvider)System.Activator.CreateInstance(type)!);
}
