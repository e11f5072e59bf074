namespace InitGen.Truth;

/// <summary>Prints what came out.</summary>
/// <param name="networks">The networks.</param>
/// <param name="task">What they were to learn.</param>
internal sealed class Tables(IReadOnlyList<NetworkResult> networks, LearningTask task)
{
    private readonly IReadOnlyList<FailureCriterion> _criteria = FailureCriterion.Of(task);

    private FailureCriterion Main => _criteria[0];

    /// <summary>How often warnings and failures agree, by each criterion.</summary>
    public void PrintConfusion()
    {
        Console.WriteLine("| failure by           |  TP |  FP |  FN |  TN | precision | recall | accuracy |");
        Console.WriteLine("|----------------------|----:|----:|----:|----:|----------:|-------:|---------:|");
        foreach (FailureCriterion criterion in _criteria)
        {
            Confusion all = Confusion.Of(networks, static network => network.IsWarned, criterion.Fails);
            Console.WriteLine(
                $"| {criterion.Name,-20} | {all.TruePositives,3} | {all.FalsePositives,3} | {all.FalseNegatives,3} | {all.TrueNegatives,3} "
                + $"| {all.Precision,9:F2} | {all.Recall,6:F2} | {all.Accuracy,8:F2} |");
        }

        Console.WriteLine();
    }

    /// <summary>What each rule foretells.</summary>
    public void PrintRules()
    {
        Console.WriteLine("| rule     | warned | fail, of those warned | share of all failures |");
        Console.WriteLine("|----------|-------:|----------------------:|----------------------:|");
        foreach (string rule in networks.SelectMany(static network => network.Rules).Distinct().Order(StringComparer.Ordinal))
        {
            Confusion ofRule = Confusion.Of(networks, network => network.Rules.Contains(rule), Main.Fails);
            string note = NetworkResult.Foretells(rule) ? "" : " counts as no warning";
            Console.WriteLine(
                $"| {rule} | {ofRule.TruePositives + ofRule.FalsePositives,6} | {ofRule.Precision,21:P0} | {ofRule.Recall,21:P0} |{note}");
        }

        Console.WriteLine();
    }

    /// <summary>The networks of which the compiler is wrong, one a line.</summary>
    public void PrintList()
    {
        PrintList("False positives: warned of, and learn", network => network.IsWarned && !Main.Fails(network));
        PrintList("False negatives: not warned of, and fail", network => !network.IsWarned && Main.Fails(network));
    }

    /// <summary>The last line.</summary>
    public void PrintSummary()
    {
        Confusion all = Confusion.Of(networks, static network => network.IsWarned, Main.Fails);
        Console.WriteLine($"precision {all.Precision:F2} recall {all.Recall:F2} accuracy {all.Accuracy:F2}");
    }

    /// <summary>A network in one line.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layers">Its layers in short; null for those of its definition.</param>
    public static string LineOf(NetworkResult network, string? layers = null)
    {
        string rules = network.Rules.Count == 0 ? "-" : string.Join(',', network.Rules);
        string scores = string.Join(' ', network.Runs.Select(static run => $"{run.Score,5:F2}"));
        return $"{network.Definition.Name,-10} {rules,-26} {scores}  {layers ?? network.Definition.ToString()}";
    }

    private void PrintList(string title, Func<NetworkResult, bool> isListed)
    {
        Console.WriteLine($"{title} ({task.ScoreName} by {string.Join(", ", TrainingMethod.All.Select(static method => method.Name))}):");
        foreach (NetworkResult network in networks.Where(isListed))
        {
            Console.WriteLine(LineOf(network));
        }

        Console.WriteLine();
    }
}
