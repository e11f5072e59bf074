using System.Collections.Generic;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT3000: a threshold in an .editorconfig file is a number. It is reported at each network that it is meant for: an analyzer
/// sees what applies to a file of code, not where that is written.</summary>
public static class ThresholdSettingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT3000";

    /// <summary>What the rule is called and says.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A threshold cannot be read",
        "The .editorconfig setting {0} = '{1}' is not {2}, so '{3}' is held against the default, {4}",
        CrossingRule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <summary>Each setting that cannot be read.</summary>
    /// <param name="network">A network that it is meant for.</param>
    /// <param name="options">The options of the network's file.</param>
    public static IEnumerable<Diagnostic> Check(NetworkDeclaration network, AnalyzerConfigOptions options)
    {
        foreach (ThresholdSetting setting in ThresholdSettings.All)
        {
            if (setting.TextIn(options) is { } text && setting.Parse(text) is null)
            {
                string[] arguments = [setting.Key, text, setting.RangeText, network.Name, NumberText.Of(setting.Default)];
                yield return Diagnostic.Create(Descriptor, network.Location, arguments);
            }
        }
    }
}
