using InitGen.Reporting;

namespace InitGen.Truth;

/// <summary>What was said of a network and what came of it.</summary>
/// <param name="Definition">The network.</param>
/// <param name="Rules">The ids of the rules that warn of its initialization or its predicted signal, each once, in their order.</param>
/// <param name="LearningRates">The rates of gradient descent that were predicted to train it.</param>
/// <param name="Runs">One for each method of training.</param>
internal sealed record NetworkResult(
    NetworkDefinition Definition, IReadOnlyList<string> Rules, LearningRateWindow LearningRates, IReadOnlyList<TrainingRun> Runs)
{
    // Of layers that compute nothing new: no word on whether they learn.
    private const string CollapsingLayers = "INIT2012";

    /// <summary>Whether the compiler warned of failure.</summary>
    public bool IsWarned => Rules.Any(Foretells);

    /// <summary>Whether a rule says that a network will not learn.</summary>
    /// <param name="rule">The rule's id.</param>
    public static bool Foretells(string rule) => rule != CollapsingLayers;

    /// <summary>The ids of the rules that warn of an initialization or a predicted signal.</summary>
    /// <param name="findings">All that the compiler said of the network.</param>
    public static IReadOnlyList<string> WarningRules(IEnumerable<CompilerDiagnostic> findings) =>
    [
        .. findings
            .Where(static finding => finding.Severity == CompilerSeverity.Warning)
            .Select(static finding => finding.RuleId)
            .Where(static id => id.StartsWith("INIT2", StringComparison.Ordinal) || id.StartsWith("INIT3", StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
