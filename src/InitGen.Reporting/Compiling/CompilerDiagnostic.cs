using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>What a rule of InitGen said of a network when it was compiled.</summary>
/// <param name="Network">The full name of the network's class, as <see cref="System.Type.FullName"/> has it.</param>
/// <param name="RuleId">The rule: "INIT2003".</param>
/// <param name="Severity">How loudly.</param>
/// <param name="Text">Its message.</param>
/// <param name="File">The file, without the folders that are nobody's business; null where it is not known.</param>
/// <param name="Line">The line in it, from 1; 0 where it is not known.</param>
/// <param name="Column">The column, from 1; 0 where it is not known.</param>
public sealed record CompilerDiagnostic(
    string Network, string RuleId, CompilerSeverity Severity, string Text, string? File, int Line, int Column)
{
    /// <summary>The address of the rule's page.</summary>
    public string PageAddress => RulePage.AddressOf(RuleId);
}

/// <summary>How loudly the compiler speaks.</summary>
public enum CompilerSeverity
{
    /// <summary>A suggestion.</summary>
    Info,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
