using InitGen.Samples.Digits;

namespace InitGen.Truth;

/// <summary>Handwritten digits, as in the sample Digits: softmax and cross-entropy, scored by the accuracy.</summary>
internal sealed class DigitTask : LearningTask
{
    private readonly DigitData _training;
    private readonly DigitData _test;

    /// <summary>Loads the digits.</summary>
    public DigitTask() => (_training, _test) = DigitData.Load();

    /// <inheritdoc/>
    public override string Name => "digits";

    /// <inheritdoc/>
    public override string ScoreName => "accuracy";

    /// <inheritdoc/>
    public override int InputSize => DigitData.PixelCount;

    /// <inheritdoc/>
    public override int OutputSize => DigitData.ClassCount;

    /// <inheritdoc/>
    public override Activation OutputActivation => Activation.Softmax;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> TrainingInputs => _training.Pixels;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> TestInputs => _test.Pixels;

    /// <inheritdoc/>
    public override void ComputeGradients(ReadOnlySpan<int> examples, ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        Span<int> labels = stackalloc int[examples.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = _training.Labels[examples[i]];
        }

        SoftmaxCrossEntropy.Evaluate(outputs, labels, gradients);
    }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<float> outputs) =>
        (double)SoftmaxCrossEntropy.Evaluate(outputs, _test.Labels, new float[outputs.Length]).Correct / _test.Count;
}
