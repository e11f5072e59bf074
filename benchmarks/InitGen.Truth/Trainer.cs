namespace InitGen.Truth;

/// <summary>Trains networks of one type.</summary>
internal abstract class Trainer
{
    /// <summary>The trainer of networks of a type.</summary>
    /// <param name="network">The type, an <see cref="INetwork{TSelf}"/>.</param>
    public static Trainer For(Type network) => (Trainer)Activator.CreateInstance(typeof(NetworkTrainer<>).MakeGenericType(network))!;

    /// <summary>The rates that are predicted to train it.</summary>
    public abstract LearningRateWindow LearningRates { get; }

    /// <summary>Initializes a network and trains it.</summary>
    /// <param name="task">What it is to learn.</param>
    /// <param name="method">The optimizer.</param>
    public abstract TrainingRun Run(LearningTask task, TrainingMethod method);
}

/// <inheritdoc/>
/// <typeparam name="TNetwork">The type.</typeparam>
internal sealed class NetworkTrainer<TNetwork> : Trainer
    where TNetwork : INetwork<TNetwork>
{
    private const int BatchSize = 30;
    private const int EpochCount = 20;
    private const int EnoughEpochs = 2; // at the score where there is nothing left to see
    private const ulong InitializationSeed = 1;
    private const int ShuffleSeed = 2;

    /// <inheritdoc/>
    public override LearningRateWindow LearningRates => TNetwork.LearningRates;

    /// <inheritdoc/>
    public override TrainingRun Run(LearningTask task, TrainingMethod method)
    {
        TNetwork network = TNetwork.Create(InitializationSeed);
        Optimizer optimizer = method.Create(TNetwork.ParameterCount);
        float[] gradients = new float[TNetwork.ParameterCount];
        float[] testOutputs = new float[task.TestInputs.Length / TNetwork.InputSize * TNetwork.OutputSize];
        int[] order = [.. Enumerable.Range(0, task.TrainingInputs.Length / TNetwork.InputSize)];
        Random random = new(ShuffleSeed);
        double best = double.NegativeInfinity;
        int enough = 0;
        int epoch = 0;
        while (epoch < EpochCount && enough < EnoughEpochs)
        {
            epoch++;
            random.Shuffle(order);
            if (!TrainEpoch(network, optimizer, task, order, gradients))
            {
                return new TrainingRun(method, double.NaN, epoch);
            }

            network.Forward(task.TestInputs, testOutputs);
            if (!IsFinite(testOutputs))
            {
                return new TrainingRun(method, double.NaN, epoch);
            }

            double score = task.Score(testOutputs);
            best = Math.Max(best, score);
            enough += score >= task.StoppingScore ? 1 : 0;
        }

        return new TrainingRun(method, best, epoch);
    }

    /// <returns>Whether all outputs were numbers.</returns>
    private static bool TrainEpoch(TNetwork network, Optimizer optimizer, LearningTask task, int[] order, float[] gradients)
    {
        float[] inputs = new float[BatchSize * TNetwork.InputSize];
        float[] outputs = new float[BatchSize * TNetwork.OutputSize];
        float[] outputGradients = new float[outputs.Length];
        for (int start = 0; start < order.Length; start += BatchSize)
        {
            ReadOnlySpan<int> batch = order.AsSpan(start, Math.Min(BatchSize, order.Length - start));
            for (int i = 0; i < batch.Length; i++)
            {
                task.TrainingInputs.Slice(batch[i] * TNetwork.InputSize, TNetwork.InputSize).CopyTo(inputs.AsSpan(i * TNetwork.InputSize));
            }

            ReadOnlySpan<float> batchInputs = inputs.AsSpan(0, batch.Length * TNetwork.InputSize);
            Span<float> batchOutputs = outputs.AsSpan(0, batch.Length * TNetwork.OutputSize);
            Span<float> batchGradients = outputGradients.AsSpan(0, batchOutputs.Length);
            network.Forward(batchInputs, batchOutputs);
            if (!IsFinite(batchOutputs))
            {
                return false;
            }

            task.ComputeGradients(batch, batchOutputs, batchGradients);
            network.Backward(batchInputs, batchGradients, gradients);
            optimizer.Step(network.Parameters, gradients, batch.Length);
        }

        return true;
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
