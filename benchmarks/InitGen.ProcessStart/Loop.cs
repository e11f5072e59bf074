using System;

namespace InitGen.ProcessStart;

/// <summary>What people write by hand: Box–Muller over <see cref="Random"/>, a weight at a time.</summary>
internal static class Loop
{
    /// <summary>Arrays of the sizes of <see cref="Classifier"/>'s weights and biases, the weights from He's normal distribution.</summary>
    public static float[][] Initialize()
    {
        Random random = new(1);
        int[] sizes = [784, 500, 500, 10];
        float[][] parameters = new float[2 * (sizes.Length - 1)][];
        for (int layer = 0; layer < sizes.Length - 1; layer++)
        {
            float[] weights = new float[sizes[layer] * sizes[layer + 1]];
            double stdDev = Math.Sqrt(2.0 / sizes[layer]);
            for (int i = 0; i < weights.Length; i++)
            {
                double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
                weights[i] = (float)(stdDev * radius * Math.Cos(2 * Math.PI * random.NextDouble()));
            }

            parameters[2 * layer] = weights;
            parameters[(2 * layer) + 1] = new float[sizes[layer + 1]];
        }

        return parameters;
    }
}
