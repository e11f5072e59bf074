namespace InitGen.Truth;

/// <summary>When a network counts as one that does not learn: none of some methods takes it to a score.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Methods">Indices of <see cref="TrainingMethod.All"/>.</param>
/// <param name="PassingScore">The score from which a network has learned.</param>
internal sealed record FailureCriterion(string Name, Range Methods, double PassingScore)
{
    /// <summary>The criteria of a task, the one that counts first.</summary>
    /// <param name="task">The task.</param>
    public static IReadOnlyList<FailureCriterion> Of(LearningTask task) =>
    [
        new("best of three SGD", ..TrainingMethod.DescentCount, task.PassingScore),
        new("SGD 0.05", 1..2, task.PassingScore),
        new("best of SGD and Adam", .., task.PassingScore),
    ];

    /// <summary>Whether a network does not learn.</summary>
    /// <param name="network">The network.</param>
    // Weights beyond all bounds have a score of NaN, which is not above anything.
    public bool Fails(NetworkResult network) => !network.Runs.ToArray()[Methods].Any(run => run.Score >= PassingScore);
}
