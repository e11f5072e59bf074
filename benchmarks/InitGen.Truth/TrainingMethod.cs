namespace InitGen.Truth;

/// <summary>An optimizer with its learning rate.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Create">Makes the optimizer for a number of parameters.</param>
internal sealed record TrainingMethod(string Name, Func<int, Optimizer> Create)
{
    /// <summary>How many of <see cref="All"/>, from the first, are gradient descent.</summary>
    public const int DescentCount = 3;

    /// <summary>All that each network is trained with.</summary>
    public static IReadOnlyList<TrainingMethod> All { get; } =
        [Descent(0.01f), Descent(0.05f), Descent(0.2f), new("Adam", static count => new Adam(0.001f, count))];

    /// <summary>Gradient descent.</summary>
    /// <param name="rate">The learning rate.</param>
    public static TrainingMethod Descent(float rate) => new($"SGD {rate}", _ => new GradientDescent(rate));
}

/// <summary>How a network was trained once.</summary>
/// <param name="Method">The optimizer.</param>
/// <param name="Score">The score on the test examples after the best epoch; NaN where the weights grew beyond all bounds.</param>
/// <param name="Epochs">The number of epochs until it had learned, was lost or was given up.</param>
internal sealed record TrainingRun(TrainingMethod Method, double Score, int Epochs);
