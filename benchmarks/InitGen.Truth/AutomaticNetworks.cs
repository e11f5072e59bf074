namespace InitGen.Truth;

/// <summary>Networks of automatic weights beside those of weights that keep the second moment, which the best of classical rules for these
/// activations is (Kumar 2017).</summary>
internal static class AutomaticNetworks
{
    private const int Width = 64;
    private static readonly int[] Depths = [5, 10, 20, 50];

    // 1/√E[φ(z)²], z ~ N(0, 1).
    private static readonly (Activation Activation, double Gain)[] Cases =
    [
        (Activation.Elu, 1.245198), (Activation.Gelu, 1.533530), (Activation.Silu, 1.676532), (Activation.Mish, 1.486848),
        (Activation.Softplus, 1.041867), (Activation.Softsign, 2.337533), (Activation.HardSwish, 1.736657),
    ];

    /// <summary>Trains them, and prints the best score of each by gradient descent and by Adam.</summary>
    /// <param name="task">What they are to learn.</param>
    public static void Compare(LearningTask task)
    {
        NetworkDefinition[] definitions = [.. Define(task)];
        IReadOnlyList<NetworkResult> networks = Training.Run(definitions, task, TrainingMethod.All);

        Console.WriteLine($"{task.ScoreName} of task {task}, the best of three rates of SGD, and Adam; layers of {Width} units.");
        Console.WriteLine();
        Console.WriteLine("| activation | hidden layers | Auto: SGD | Adam | second moment kept: SGD | Adam | warned of Auto |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (int i = 0; i < networks.Count; i += 2)
        {
            LayerDefinition hidden = definitions[i].Layers[0];
            string rules = networks[i].Rules.Count == 0 ? "" : string.Join(", ", networks[i].Rules);
            Console.WriteLine($"| {hidden.Activation} | {hidden.Repeat} | {Scores(networks[i])} | {Scores(networks[i + 1])} | {rules} |");
        }
    }

    private static IEnumerable<NetworkDefinition> Define(LearningTask task)
    {
        int number = 0;
        foreach ((Activation activation, double gain) in Cases)
        {
            foreach (int depth in Depths)
            {
                LayerDefinition automatic = new(Width, activation, Init.Auto) { Repeat = depth };
                LayerDefinition output = new(task.OutputSize, task.OutputActivation, Init.Auto);
                yield return new NetworkDefinition(number++, task.InputSize, [automatic, output]);
                yield return new NetworkDefinition(
                    number++, task.InputSize, [automatic with { Init = Init.LeCunNormal, Gain = gain }, output]);
            }
        }
    }

    private static string Scores(NetworkResult network)
    {
        double descent = network.Runs.Take(TrainingMethod.DescentCount).Max(static run => double.IsNaN(run.Score) ? 0 : run.Score);
        return $"{descent:F2} | {network.Runs[^1].Score:F2}";
    }
}
