namespace InitGen.Samples.Digits;

/// <summary>The loss of logits against labels.</summary>
public static class SoftmaxCrossEntropy
{
    /// <summary>The loss summed over a batch, and its gradient with respect to the logits, softmax(logits) − one-hot(label).</summary>
    /// <param name="logits">[batch x 10], row-major.</param>
    /// <param name="labels">One a row.</param>
    /// <param name="gradients">[batch x 10], row-major; written.</param>
    /// <returns>The loss, and how many rows have their highest logit at the label.</returns>
    public static (double Loss, int Correct) Evaluate(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradients)
    {
        double loss = 0;
        int correct = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<float> z = logits.Slice(row * DigitData.ClassCount, DigitData.ClassCount);
            Span<float> gradient = gradients.Slice(row * DigitData.ClassCount, DigitData.ClassCount);

            int highest = 0;
            for (int i = 1; i < z.Length; i++)
            {
                highest = z[i] > z[highest] ? i : highest;
            }

            double sum = 0;
            foreach (float value in z)
            {
                sum += Math.Exp(value - (double)z[highest]);
            }

            for (int i = 0; i < z.Length; i++)
            {
                gradient[i] = (float)(Math.Exp(z[i] - (double)z[highest]) / sum) - (i == labels[row] ? 1 : 0);
            }

            loss += Math.Log(sum) + z[highest] - z[labels[row]];
            correct += highest == labels[row] ? 1 : 0;
        }

        return (loss, correct);
    }
}
