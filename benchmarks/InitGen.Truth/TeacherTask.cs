namespace InitGen.Truth;

/// <summary>The outputs of a fixed random network: squared errors, scored by the fraction of the variance that is explained.</summary>
/// <remarks>
/// A failure must be one of training, not of capacity: a network without a nonlinearity, and one of 16 units, can reach the score too. So
/// the teacher listens to a few directions of the input and bends them little: a linear fit explains most, and 1,500 examples are enough to
/// find those directions among 64.
/// </remarks>
internal sealed class TeacherTask : LearningTask
{
    private const ulong Seed = 2026;
    private const int TrainingCount = 1_500;
    private const int TestCount = 500;
    private const int Directions = 6;
    private const int TeacherWidth = 32;
    private const double Bend = 0.5; // the standard deviation of the pre-activations of the teacher's tanh layers

    private readonly float[] _inputs;
    private readonly float[] _targets;
    private readonly double _testVariance;

    /// <summary>Makes the examples.</summary>
    public TeacherTask()
    {
        int count = TrainingCount + TestCount;
        _inputs = Normal(0, count * InputSize, 1);
        double[] projected = Times(_inputs.Select(static value => (double)value).ToArray(), 1, InputSize, Directions, 1);
        double[] hidden = Tanh(Times(projected, 2, Directions, TeacherWidth, Bend));
        hidden = Tanh(Times(hidden, 3, TeacherWidth, TeacherWidth, 1));
        _targets = Standardized(Times(hidden, 4, TeacherWidth, OutputSize, 1));
        _testVariance = TestTargets.ToArray().Chunk(OutputSize).Sum(static row => row.Sum(static value => (double)value * value));
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
            gradients[i] = outputs[i] - _targets[(examples[i / OutputSize] * OutputSize) + (i % OutputSize)];
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

    // Each output to mean 0 and variance 1.
    private float[] Standardized(double[] rows)
    {
        float[] standardized = new float[rows.Length];
        for (int output = 0; output < OutputSize; output++)
        {
            double[] column = [.. rows.Where((_, index) => index % OutputSize == output)];
            double mean = column.Average();
            double stdDev = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)));
            for (int row = 0; row < column.Length; row++)
            {
                standardized[(row * OutputSize) + output] = (float)((column[row] - mean) / stdDev);
            }
        }

        return standardized;
    }
}
