namespace InitGen.Truth;

/// <summary>The outputs of a fixed random network: mean squared errors, scored by the fraction of the variance that is explained.</summary>
/// <remarks>
/// What fails must fail to train, and not for want of capacity or examples: networks without a nonlinearity, of 16 units and of 20 layers
/// of ReLU under He's weights must all pass where their signal is sound. So the 64 inputs have four causes (of eight and more, 1,500
/// examples are too few for deep networks to reach the score in 20 epochs), and the teacher bends them little: a linear fit explains
/// 96 %. Networks of two or three tanh or ReLU layers explain 95 % to 99 %.
/// </remarks>
internal sealed class TeacherTask : LearningTask
{
    private const ulong Seed = 2026;
    private const int TrainingCount = 1_500;
    private const int TestCount = 500;
    private const int Causes = 4;
    private const int TeacherWidth = 32;
    private const double Bend = 0.5; // the standard deviation of the pre-activations of the teacher's tanh layers

    private readonly float[] _inputs;
    private readonly float[] _targets;
    private readonly double _testVariance;

    /// <summary>Makes the examples.</summary>
    public TeacherTask()
    {
        int count = TrainingCount + TestCount;
        double[] causes = [.. Normal(0, count * Causes, 1).Select(static value => (double)value)];
        _inputs = Standardized(Times(causes, 1, Causes, InputSize, 1), InputSize);
        double[] hidden = Tanh(Times(causes, 2, Causes, TeacherWidth, Bend));
        hidden = Tanh(Times(hidden, 3, TeacherWidth, TeacherWidth, 1));
        _targets = Standardized(Times(hidden, 4, TeacherWidth, OutputSize, 1), OutputSize);
        _testVariance = TestTargets.ToArray().Sum(static value => (double)value * value);
    }

    /// <inheritdoc/>
    public override string Name => "teacher";

    /// <inheritdoc/>
    public override string ScoreName => "variance explained";

    /// <inheritdoc/>
    public override int InputSize => 64;

    /// <inheritdoc/>
    public override int OutputSize => 10;

    /// <inheritdoc/>
    public override Activation OutputActivation => Activation.Linear;

    /// <inheritdoc/>
    public override ReadOnlySpan<float> TrainingInputs => _inputs.AsSpan(0, TrainingCount * InputSize);

    /// <inheritdoc/>
    public override ReadOnlySpan<float> TestInputs => _inputs.AsSpan(TrainingCount * InputSize);

    private ReadOnlySpan<float> TestTargets => _targets.AsSpan(TrainingCount * OutputSize);

    /// <inheritdoc/>
    public override void ComputeGradients(ReadOnlySpan<int> examples, ReadOnlySpan<float> outputs, Span<float> gradients)
    {
        for (int i = 0; i < outputs.Length; i++)
        {
            float target = _targets[(examples[i / OutputSize] * OutputSize) + (i % OutputSize)];
            gradients[i] = 2f / OutputSize * (outputs[i] - target);
        }
    }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<float> outputs)
    {
        double error = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            double difference = outputs[i] - (double)TestTargets[i];
            error += difference * difference;
        }

        return 1 - (error / _testVariance);
    }

    private static float[] Normal(ulong stream, int count, double stdDev)
    {
        float[] values = new float[count];
        PhiloxStream random = new(Seed, stream);
        random.FillNormal(values, 0, stdDev);
        return values;
    }

    // Through random weights that make of inputs of mean square 1 outputs of a standard deviation.
    private static double[] Times(double[] rows, ulong stream, int inputs, int outputs, double stdDev)
    {
        float[] weights = Normal(stream, inputs * outputs, stdDev / Math.Sqrt(inputs));
        double[] products = new double[rows.Length / inputs * outputs];
        for (int i = 0; i < products.Length; i++)
        {
            ReadOnlySpan<double> row = rows.AsSpan(i / outputs * inputs, inputs);
            for (int k = 0; k < inputs; k++)
            {
                products[i] += row[k] * weights[(i % outputs * inputs) + k];
            }
        }

        return products;
    }

    private static double[] Tanh(double[] values) => [.. values.Select(Math.Tanh)];

    // Each column to mean 0 and variance 1.
    private static float[] Standardized(double[] rows, int columns)
    {
        float[] standardized = new float[rows.Length];
        for (int column = 0; column < columns; column++)
        {
            double[] values = [.. rows.Where((_, index) => index % columns == column)];
            double mean = values.Average();
            double stdDev = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            for (int row = 0; row < values.Length; row++)
            {
                standardized[(row * columns) + column] = (float)((values[row] - mean) / stdDev);
            }
        }

        return standardized;
    }
}
