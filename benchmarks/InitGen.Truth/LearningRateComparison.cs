using System.Globalization;

namespace InitGen.Truth;

/// <summary>The learning rates that are predicted to train random networks, against those that do.</summary>
internal static class LearningRateComparison
{
    private static readonly float[] Rates = [1e-4f, 1e-3f, 1e-2f, 0.1f, 1, 10];

    /// <summary>Generates networks, compiles them and trains them at all rates, and prints how often those learn that are predicted
    /// to.</summary>
    /// <param name="seed">The seed of the networks.</param>
    /// <param name="count">How many.</param>
    /// <param name="task">What they are to learn.</param>
    /// <param name="isListed">Whether each run is listed.</param>
    public static void Run(ulong seed, int count, LearningTask task, bool isListed)
    {
        NetworkDefinition[] definitions = [.. Enumerable.Range(0, count).Select(number => RandomNetwork.Of(seed, number, task))];
        IReadOnlyList<NetworkResult> networks = Training.Run(definitions, task, [.. Rates.Select(TrainingMethod.Descent)]);

        (LearningRateWindow Window, float Rate, double Score)[] runs =
        [
            .. networks
                .Where(static network => !double.IsNaN(network.LearningRates.Smallest))
                .SelectMany(static network => network.Runs.Zip(Rates, (run, rate) => (network.LearningRates, rate, run.Score))),
        ];
        if (isListed)
        {
            Console.WriteLine("rate over the smallest, over the largest predicted, score:");
            foreach ((LearningRateWindow window, float rate, double score) in runs)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{rate / window.Smallest,10:g3} {rate / window.Largest,10:g3} {score,6:F2}"));
            }

            Console.WriteLine();
        }

        Console.WriteLine($"{runs.Length / Rates.Length} networks of seed {seed} of which rates are predicted, task {task}, at {Rates.Length} rates each:");
        Print("within the predicted rates", static run => run.Rate >= run.Window.Smallest && run.Rate <= run.Window.Largest);
        Print("up to 10 times below", static run => run.Rate < run.Window.Smallest && run.Rate >= run.Window.Smallest / 10);
        Print("further below", static run => run.Rate < run.Window.Smallest / 10);
        Print("up to 10 times above", static run => run.Rate > run.Window.Largest && run.Rate <= 10 * run.Window.Largest);
        Print("further above", static run => run.Rate > 10 * run.Window.Largest);

        void Print(string place, Func<(LearningRateWindow Window, float Rate, double Score), bool> isThere)
        {
            (LearningRateWindow, float, double Score)[] there = [.. runs.Where(isThere)];
            int learn = there.Count(run => run.Score >= task.PassingScore);
            Console.WriteLine($"{place}: {learn} of {there.Length} learn");
        }
    }
}
