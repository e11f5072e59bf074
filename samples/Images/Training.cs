using InitGen.Kernels;
using InitGen.Samples.Digits;

namespace InitGen.Samples.Images;

/// <summary>Trains a network on the digits by minibatch gradient descent with momentum, with running statistics where it has them.</summary>
public static class Training
{
    /// <summary>The number of epochs.</summary>
    public const int EpochCount = 15;

    /// <summary>The seed of all weights.</summary>
    public const ulong InitializationSeed = 42;

    private const int BatchSize = 32;
    private const float LearningRate = 0.05f;
    private const float Momentum = 0.9f;
    private const int ShuffleSeed = 2;

    /// <summary>Initializes a network and trains it.</summary>
    /// <typeparam name="TNetwork">A network of 1×8×8 inputs and 10 logits.</typeparam>
    /// <param name="training">The images to train with.</param>
    /// <param name="test">The images to test with.</param>
    /// <param name="progress">Told the number of epochs that are done, after each.</param>
    /// <returns>The fraction of the test images that it tells right in the end, as inference takes them: one by one, by running statistics.</returns>
    public static double Run<TNetwork>(DigitData training, DigitData test, Action<int> progress)
        where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(InitializationSeed);
        float[] velocities = new float[TNetwork.ParameterCount];
        float[] gradients = new float[TNetwork.ParameterCount];
        float[] images = new float[BatchSize * DigitData.PixelCount];
        float[] logits = new float[BatchSize * DigitData.ClassCount];
        float[] logitGradients = new float[logits.Length];
        int[] labels = new int[BatchSize];
        int[] order = [.. Enumerable.Range(0, training.Count)];
        Random random = new(ShuffleSeed);
        int stepCount = EpochCount * (training.Count / BatchSize);
        int step = 0;
        for (int epoch = 1; epoch <= EpochCount; epoch++)
        {
            random.Shuffle(order);

            // Batches of one size: a batch of a few images would be normalized by poor statistics.
            foreach (int[] batch in order.Chunk(BatchSize).Where(batch => batch.Length == BatchSize))
            {
                for (int i = 0; i < batch.Length; i++)
                {
                    training.Images(batch[i], 1).CopyTo(images.AsSpan(i * DigitData.PixelCount));
                    labels[i] = training.Labels[batch[i]];
                }

                network.Forward(images, logits);
                SoftmaxCrossEntropy.Evaluate(logits, labels, logitGradients);
                network.Backward(images, logitGradients, gradients);
                NetworkPass.UpdateState(network, images);

                // The rate falls to 0 in equal steps.
                float rate = LearningRate * (stepCount - step++) / stepCount;
                for (int i = 0; i < gradients.Length; i++)
                {
                    velocities[i] = (Momentum * velocities[i]) + (gradients[i] / BatchSize);
                    network.Parameters[i] -= rate * velocities[i];
                }
            }

            progress(epoch);
        }

        float[] testLogits = new float[test.Count * DigitData.ClassCount];
        NetworkPass.Infer(network, test.Pixels, testLogits);
        (_, int correct) = SoftmaxCrossEntropy.Evaluate(testLogits, test.Labels, new float[testLogits.Length]);
        return (double)correct / test.Count;
    }
}
