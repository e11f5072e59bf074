namespace InitGen.Truth;

/// <summary>Trains networks of one type.</summary>
internal abstract class Trainer
{
    /// <summary>The trainer of networks of a type.</summary>
    /// <param name="network">The type, an <see cref="INetwork{TSelf}"/>.</param>
    public static Trainer For(Type network) => (Trainer)Activator.CreateInstance(typeof(NetworkTrainer<>).MakeGenericType(network))!;

    /// <summary>Initializes a network and trains it.</summary>
    /// <param name="task">What it is to learn.</param>
    /// <param name="method">The optimizer.</param>
    public abstract TrainingRun Run(LearningTask task, TrainingMethod method);
}
