using System;
using System.Linq;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>How a network fares, in one or two sentences.</summary>
internal static class SignalVerdict
{
    // From the first hidden layer to the last: less is what healthy networks do.
    private const double NotableChange = 2;

    /// <summary>Whether nothing is wrong or would soon be: nothing was found, nothing predicted, the compiler warned of nothing, and the
    /// signal hardly changes.</summary>
    public static bool IsGood(NetworkReport network) =>
        network.Findings.Count == 0 && network.PredictedFinding is null && !IsWarned(network) && Changes(network).Length == 0;

    /// <summary>What matters most of what was found; without a finding, how the signal changes.</summary>
    public static string Of(NetworkReport network) =>
        network.Findings.Count > 0 ? network.Findings[0].Text
        : "The signal stays between its thresholds in every layer"
            + (IsWarned(network) ? ", but the compiler warned." : network.PredictedFinding is not null ? ", though not as predicted." : ".")
            + Changes(network);

    /// <summary>The finding of the prediction alone, where neither the measurement nor the compiler's log says the same.</summary>
    public static Finding? Unsaid(NetworkReport network) =>
        network.PredictedFinding is { } predicted
        && network.Findings.All(finding => finding.Kind != predicted.Kind)
        && network.CompilerDiagnostics.All(diagnostic => diagnostic.RuleId != predicted.RuleId)
            ? predicted
            : null;

    private static bool IsWarned(NetworkReport network) =>
        network.CompilerDiagnostics.Any(diagnostic => diagnostic.Severity != CompilerSeverity.Info);

    /// <summary>The changes of note, from the first hidden layer to the last one.</summary>
    private static string Changes(NetworkReport network)
    {
        int steps = network.Layers.Count - 2;
        if (steps < 1)
        {
            return "";
        }

        LayerReport first = network.Layers[0];
        LayerReport last = network.Layers[steps];
        return Change("activations", first.Measured.ActivationStdDev, 1, last.Measured.ActivationStdDev, last.Number)
            + Change("gradients", last.GradientStdDev, last.Number, first.GradientStdDev, 1);
    }

    private static string Change(string what, double before, int from, double after, int to)
    {
        double ratio = after / before;
        return ratio is > 1 / NotableChange and < NotableChange || !double.IsFinite(ratio) || ratio == 0
            ? ""
            : $" The standard deviation of the {what} {ReportText.ChangePerLayer(ratio, Math.Abs(to - from))}, "
                + $"from {NumberText.Of(before)} in layer {NumberText.Of((long)from)} "
                + $"to {NumberText.Of(after)} in layer {NumberText.Of((long)to)}.";
    }
}
