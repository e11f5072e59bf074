using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using InitGen.Reporting;

namespace InitGen.Tool.Commands;

/// <summary>The option <c>--fail-on</c>: which findings make the tool fail.</summary>
internal static class FailOn
{
    private const string Any = "any";

    private static readonly OrderedDictionary<string, FindingKind[]> Kinds = new()
    {
        ["vanishing"] = [FindingKind.VanishingActivations, FindingKind.VanishingGradients],
        ["exploding"] = [FindingKind.ExplodingActivations, FindingKind.ExplodingGradients],
        ["saturated"] = [FindingKind.SaturatedUnits],
        ["dead"] = [FindingKind.DeadUnits],
        ["copied"] = [FindingKind.CopiedUnits],
        ["no-signal"] = [FindingKind.NoSignal],
        ["non-finite"] = [FindingKind.NonFiniteValues],
        ["deviation"] = [FindingKind.Deviation],
        [Any] = Enum.GetValues<FindingKind>(),
    };

    /// <summary>The words that it knows.</summary>
    public static ReadOnlyCollection<string> Words { get; } = [.. Kinds.Keys];

    /// <summary>Makes the option.</summary>
    public static Option<FindingKind[]> Create()
    {
        var option = new Option<FindingKind[]>("--fail-on")
        {
            Description = $"Exit with 1 where a network has one of these: {string.Join(", ", Words)}.",
            HelpName = "what,…",
            CustomParser = Parse,
        };
        option.CompletionSources.Add([.. Words]);
        return option;
    }

    private static FindingKind[] Parse(ArgumentResult argument)
    {
        string[] words = argument.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
        string[] unknown = [.. words.Where(word => !Kinds.ContainsKey(word))];
        if (unknown.Length == 0)
        {
            return [.. words.SelectMany(word => Kinds[word]).Distinct()];
        }

        argument.AddError($"--fail-on does not know '{unknown[0]}'; give some of {string.Join(", ", Words)}.");
        return [];
    }
}
