namespace InitGen.Truth;

/// <summary>The whole experiment.</summary>
internal static class Experiment
{
    /// <summary>Generates networks, compiles and trains them, and prints how often those that the compiler warns of fail.</summary>
    /// <param name="seed">The seed of the networks.</param>
    /// <param name="count">How many.</param>
    /// <param name="task">What they are to learn.</param>
    /// <param name="fixCount">How many of those that are warned of are fixed and trained again.</param>
    /// <param name="isListed">Whether networks of which the compiler is wrong are listed.</param>
    public static void Run(ulong seed, int count, LearningTask task, int fixCount, bool isListed)
    {
        NetworkDefinition[] definitions = [.. Enumerable.Range(0, count).Select(number => RandomNetwork.Of(seed, number, task))];
        IReadOnlyList<NetworkResult> networks = Training.Run(definitions, task, TrainingMethod.All);

        Console.WriteLine(
            $"{count} networks of seed {seed}, task {task}; one fails whose {task.ScoreName} stays below {task.PassingScore:F2}.");
        Console.WriteLine();
        Tables tables = new(networks, task);
        tables.PrintConfusion();
        tables.PrintRules();
        if (isListed)
        {
            tables.PrintList();
        }

        NetworkResult[] toFix = [.. networks.Where(static network => network.IsWarned).Take(fixCount)];
        if (toFix.Length > 0)
        {
            // What a first fix uncovers may be another rule's.
            IEnumerable<string> rules = networks.SelectMany(static network => network.Rules).Distinct().Order(StringComparer.Ordinal);
            FixComparison.Print(toFix, rules, task, isListed);
        }

        tables.PrintSummary();
    }
}
