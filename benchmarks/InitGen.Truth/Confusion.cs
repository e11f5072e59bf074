namespace InitGen.Truth;

/// <summary>How often warnings and failures agree.</summary>
/// <param name="TruePositives">Networks that are warned of and fail.</param>
/// <param name="FalsePositives">Networks that are warned of and learn.</param>
/// <param name="FalseNegatives">Networks that are not warned of and fail.</param>
/// <param name="TrueNegatives">Networks that are not warned of and learn.</param>
internal sealed record Confusion(int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives)
{
    /// <summary>The share of failures among warnings; 1 where there are none.</summary>
    public double Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>The share of warnings among failures; 1 where there are none.</summary>
    public double Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>The share of networks of which the compiler is right.</summary>
    public double Accuracy => Share(TruePositives + TrueNegatives, TruePositives + FalsePositives + FalseNegatives + TrueNegatives);

    /// <summary>Counts networks.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="isWarned">Whether one is warned of.</param>
    /// <param name="fails">Whether one fails.</param>
    public static Confusion Of(
        IReadOnlyCollection<NetworkResult> networks, Func<NetworkResult, bool> isWarned, Func<NetworkResult, bool> fails)
    {
        return new(Count(true, true), Count(true, false), Count(false, true), Count(false, false));

        int Count(bool warned, bool failed) => networks.Count(network => isWarned(network) == warned && fails(network) == failed);
    }

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
