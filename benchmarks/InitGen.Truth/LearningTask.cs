namespace InitGen.Truth;

/// <summary>Something to learn from examples. Its score is 1 where all is right.</summary>
internal abstract class LearningTask
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What a score says: "accuracy".</summary>
    public abstract string ScoreName { get; }

    /// <summary>The score from which a network has learned.</summary>
    public virtual double PassingScore => 0.90;

    /// <summary>The score at which there is nothing left to see.</summary>
    public virtual double StoppingScore => 0.92;

    /// <summary>The number of inputs.</summary>
    public abstract int InputSize { get; }

    /// <summary>The number of outputs.</summary>
    public abstract int OutputSize { get; }

    /// <summary>The activation of the last layer, as it is written.</summary>
    public abstract Activation OutputActivation { get; }

    /// <summary>The inputs to train with, [examples x inputs], row-major.</summary>
    public abstract ReadOnlySpan<float> TrainingInputs { get; }

    /// <summary>The inputs to test with, [examples x inputs], row-major.</summary>
    public abstract ReadOnlySpan<float> TestInputs { get; }

    /// <summary>Computes the gradients of the loss, summed over a batch.</summary>
    /// <param name="examples">Which of the examples to train with are the batch.</param>
    /// <param name="outputs">What a network says of them, [batch x outputs], row-major.</param>
    /// <param name="gradients">[batch x outputs], row-major; written.</param>
    public abstract void ComputeGradients(ReadOnlySpan<int> examples, ReadOnlySpan<float> outputs, Span<float> gradients);

    /// <summary>The score of a network.</summary>
    /// <param name="outputs">What it says of the examples to test with, [examples x outputs], row-major.</param>
    public abstract double Score(ReadOnlySpan<float> outputs);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
