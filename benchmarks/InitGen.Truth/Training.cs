namespace InitGen.Truth;

/// <summary>Trains many networks at once, each on one thread: what comes out does not depend on the number of processors.</summary>
internal static class Training
{
    /// <summary>Builds networks and trains them.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="task">What they are to learn.</param>
    /// <param name="methods">With what.</param>
    public static IReadOnlyList<NetworkResult> Run(
        IReadOnlyList<NetworkDefinition> networks, LearningTask task, IReadOnlyList<TrainingMethod> methods)
    {
        using NetworkProject project = new(networks);
        return Run(project.Build(), task, methods);
    }

    /// <summary>Trains networks.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="task">What they are to learn.</param>
    /// <param name="methods">With what.</param>
    public static IReadOnlyList<NetworkResult> Run(
        IReadOnlyList<BuiltNetwork> networks, LearningTask task, IReadOnlyList<TrainingMethod> methods)
    {
        Execution.MaxDegreeOfParallelism = 1;
        TrainingRun[] runs = new TrainingRun[networks.Count * methods.Count];
        Progress progress = new(runs.Length);
        Parallel.For(0, runs.Length, index =>
        {
            runs[index] = Trainer.For(networks[index / methods.Count].Type).Run(task, methods[index % methods.Count]);
            progress.Advance();
        });
        progress.Clear();
        return
        [
            .. networks.Zip(runs.Chunk(methods.Count), static (network, ofNetwork) =>
                new NetworkResult(
                    network.Definition,
                    NetworkResult.WarningRules(network.Findings),
                    Trainer.For(network.Type).LearningRates,
                    ofNetwork)),
        ];
    }
}
