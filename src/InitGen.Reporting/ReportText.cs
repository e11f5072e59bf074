using System.Globalization;
using InitGen.Wording;

namespace InitGen.Reporting;

/// <summary>What reports say in the same words wherever they are shown.</summary>
internal static class ReportText
{
    /// <summary>Said where there is no finding.</summary>
    public const string NothingFound = "The signal stays between its thresholds in every layer.";

    /// <summary>Where the weights come from: "seed 42".</summary>
    /// <param name="network">The network.</param>
    public static string Start(NetworkReport network) =>
        network.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"seed {seed}") : "measured as it is";

    /// <summary>The inputs: "1,000 inputs of mean 0 and std 1".</summary>
    /// <param name="network">The network.</param>
    public static string Inputs(NetworkReport network) =>
        $"{NumberText.Of(network.InputCount)} input{(network.InputCount == 1 ? "" : "s")} of mean {NumberText.Of(network.InputMean)} and "
        + $"std {NumberText.Of(network.InputStdDev)}";

    /// <summary>A fraction as a percentage: "12.3 %"; "unknown" for NaN.</summary>
    /// <param name="fraction">The fraction.</param>
    public static string Percent(double fraction) =>
        double.IsNaN(fraction) ? NumberText.Of(fraction) : (100 * fraction).ToString("0.#", CultureInfo.InvariantCulture) + " %";
}
