namespace InitGen.Samples.Digits;

/// <summary>Trains a network on the digits by plain minibatch gradient descent.</summary>
public static class Training
{
    /// <summary>The number of epochs.</summary>
    public const int EpochCount = 20;

    /// <summary>The seed of all weights.</summary>
    public const ulong InitializationSeed = 42;

    private const int BatchSize = 32;
    private const float LearningRate = 0.05f;
    private const int ShuffleSeed = 2;

    /// <summary>Initializes a network and trains it.</summary>
    /// <typeparam name="TNetwork">A network of 64 inputs and 10 logits.</typeparam>
    /// <param name="training">The images to train with.</param>
    /// <param name="test">The images to test with.</param>
    /// <param name="progress">Told the number of epochs that are done, after each.</param>
    /// <returns>What was measured after 0, 1, 5 and 20 epochs.</returns>
    public static IReadOnlyList<Checkpoint> Run<TNetwork>(DigitData training, DigitData test, Action<int> progress)
        where TNetwork : INetwork<TNetwork>
    {
        TNetwork network = TNetwork.Create(InitializationSeed);
        List<Checkpoint> checkpoints = [Evaluate(network, 0, training, test)];
        float[] logits = new float[BatchSize * DigitData.ClassCount];
        float[] logitGradients = new float[logits.Length];
        float[] parameterGradients = new float[TNetwork.ParameterCount];
        float[] images = new float[BatchSize * DigitData.PixelCount];
        int[] labels = new int[BatchSize];
        int[] order = [.. Enumerable.Range(0, training.Count)];
        Random random = new(ShuffleSeed);

        for (int epoch = 1; epoch <= EpochCount; epoch++)
        {
            random.Shuffle(order);
            foreach (int[] batch in order.Chunk(BatchSize))
            {
                for (int i = 0; i < batch.Length; i++)
                {
                    training.Images(batch[i], 1).CopyTo(images.AsSpan(i * DigitData.PixelCount));
                    labels[i] = training.Labels[batch[i]];
                }

                ReadOnlySpan<float> inputs = images.AsSpan(0, batch.Length * DigitData.PixelCount);
                Span<float> outputs = logits.AsSpan(0, batch.Length * DigitData.ClassCount);
                Span<float> outputGradients = logitGradients.AsSpan(0, outputs.Length);
                network.Forward(inputs, outputs);
                SoftmaxCrossEntropy.Evaluate(outputs, labels.AsSpan(0, batch.Length), outputGradients);
                network.Backward(inputs, outputGradients, parameterGradients);
                Descend(network.Parameters, parameterGradients, LearningRate / batch.Length);
            }

            progress(epoch);
            if (epoch is 1 or 5 or EpochCount)
            {
                checkpoints.Add(Evaluate(network, epoch, training, test));
            }
        }

        return checkpoints;
    }

    private static void Descend(Span<float> parameters, ReadOnlySpan<float> gradients, float step)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] -= step * gradients[i];
        }
    }

    private static Checkpoint Evaluate<TNetwork>(TNetwork network, int epoch, DigitData training, DigitData test)
        where TNetwork : INetwork<TNetwork>
    {
        float[] logits = new float[test.Count * DigitData.ClassCount];
        network.Forward(test.Pixels, logits);
        (_, int correct) = SoftmaxCrossEntropy.Evaluate(logits, test.Labels, new float[logits.Length]);

        float[] trainingLogits = new float[training.Count * DigitData.ClassCount];
        float[] gradients = new float[trainingLogits.Length];
        network.Forward(training.Pixels, trainingLogits);
        SoftmaxCrossEntropy.Evaluate(trainingLogits, training.Labels, gradients);
        GradientStatistics[] statistics = new GradientStatistics[TNetwork.Layers.Length];
        network.MeasureBackward(training.Pixels, gradients, statistics);

        return new Checkpoint(epoch, (double)correct / test.Count, statistics[0].StdDev);
    }
}
