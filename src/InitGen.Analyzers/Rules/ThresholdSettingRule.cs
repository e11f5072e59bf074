using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3000: a setting of InitGen in an .editorconfig file is one that there is, and a number. It is reported at a network that
/// it is meant for: an analyzer sees what applies to a file of code, not where that is written.</summary>
internal static class ThresholdSettingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3000";

    /// <summary>What the rule is called and says.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A setting cannot be read",
        "The .editorconfig setting {0}",
        CrossingRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <summary>Each setting whose value cannot be read.</summary>
    /// <param name="network">A network that it is meant for.</param>
    /// <param name="options">The options of the network's file.</param>
    public static IEnumerable<Diagnostic> Check(NetworkDeclaration network, AnalyzerConfigOptions options) =>
        from setting in ThresholdSetting.All
        let text = setting.TextIn(options)
        where text is not null && setting.Parse(text) is null
        select At(
            network,
            $"{setting.Key} = '{text}' is not {setting.RangeText}, "
                + $"so '{network.Name}' is held against the default, {NumberText.Of(setting.Default)}");

    /// <summary>Each setting that there is not.</summary>
    /// <param name="network">A network that it is meant for.</param>
    /// <param name="unknown">The settings of the compilation that there are not.</param>
    internal static IEnumerable<Diagnostic> Check(NetworkDeclaration network, UnknownSettings unknown) =>
        unknown.At(network.Type).Select(key => At(network, $"{key} does not exist, so nothing reads it; {Suggestion(key)}"));

    private static string Suggestion(string key)
    {
        string[] settings = [.. ThresholdSetting.All.Select(static setting => setting.Key)];
        return Spelling.Nearest(key, settings) is { } meant ? $"did you mean {meant}?" : $"there are {string.Join(", ", settings)}";
    }

    private static Diagnostic At(NetworkDeclaration network, string text) => Diagnostic.Create(Descriptor, network.Location, text);
}
