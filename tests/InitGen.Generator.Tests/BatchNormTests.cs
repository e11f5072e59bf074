using System;
using System.Linq;

namespace InitGen.Generator.Tests;

/// <summary>What only batch normalizations have: rows that meet, and running statistics.</summary>
public class BatchNormTests
{
    [Fact]
    public void One_row_of_which_a_batch_normalization_would_leave_nothing_is_refused()
    {
        CompiledNetworks network = new("""
            [Network(3)]
            partial class Net
            {
                [Dense(4)] public partial DenseLayer Hidden { get; }
                [BatchNorm(Activation.Relu)] public partial Layer Norm { get; }
                [Dense(2)] public partial DenseLayer Output { get; }
            }

            static partial class Probe
            {
                public static string Refusal(float[] parameters, float[] inputs)
                {
                    float[] outputs = new float[inputs.Length / Net.InputSize * Net.OutputSize];
                    try
                    {
                        new Net(parameters).Forward(inputs, outputs);
                        return "";
                    }
                    catch (ArgumentException refusal)
                    {
                        return outputs.All(static output => output == 0) ? refusal.Message : "something was written";
                    }
                }
            }
            """ + CompiledNetworks.Probe);
        float[] parameters = network.Call<float[]>("Parameters", 3UL);
        Assert.Equal(
            "inputs has 1 row; it must have at least 2, as 'Norm' normalizes each unit over the rows, and nothing is left of one value. (Parameter 'inputs')",
            network.Call<string>("Refusal", parameters, new float[3]));
        Assert.Equal("", network.Call<string>("Refusal", parameters, new float[6]));
        Assert.Equal("", network.Call<string>("Refusal", parameters, Array.Empty<float>()));
    }

    [Fact]
    public void Inference_goes_by_running_statistics_that_training_moves_and_files_keep()
    {
        const int Rows = 5;
        CompiledNetworks network = new("""
            [Network(3)]
            partial class Net
            {
                [Dense(4)] public partial DenseLayer Hidden { get; }
                [BatchNorm(Momentum = 0.25, Affine = false)] public partial Layer Norm { get; }
            }

            static class Probe
            {
                public static float[][] Run(float[] inputs)
                {
                    Net net = new(42);
                    int rows = inputs.Length / 3;
                    float[] hidden = new float[rows * 4];
                    for (int row = 0; row < rows; row++)
                    {
                        for (int unit = 0; unit < 4; unit++)
                        {
                            hidden[(row * 4) + unit] = net.Hidden.Biases[unit] + (net.Hidden.Weights[unit * 3] * inputs[row * 3])
                                + (net.Hidden.Weights[(unit * 3) + 1] * inputs[(row * 3) + 1]) + (net.Hidden.Weights[(unit * 3) + 2] * inputs[(row * 3) + 2]);
                        }
                    }

                    float[] first = new float[4];
                    net.Infer(inputs.AsSpan(0, 3), first);
                    net.UpdateState(inputs);
                    float[] then = new float[hidden.Length];
                    net.Infer(inputs, then);

                    using var file = new System.IO.MemoryStream();
                    Safetensors.Write(net, file);
                    file.Position = 0;
                    Net other = new(7);
                    Safetensors.Read(other, file);
                    float[] read = new float[hidden.Length];
                    other.Infer(inputs, read);
                    string header = System.Text.Encoding.UTF8.GetString(file.ToArray());
                    float isNamed = header.Contains("\"Norm.running_mean\"") && header.Contains("\"Norm.running_var\"") ? 1 : 0;
                    return [hidden, first, net.State.ToArray(), then, read, [isNamed, Net.StateCount, Net.ParameterCount]];
                }
            }
            """);
        float[][] run = network.Call<float[][]>("Run", NormalInputs.Of(Rows * 3));
        (float[] hidden, float[] first, float[] state, float[] then, float[] read) = (run[0], run[1], run[2], run[3], run[4]);

        // At first means of 0 and variances of 1.
        Assert.All(first.Zip(hidden), static pair => Assert.Equal(pair.Second / Math.Sqrt(1 + 1e-5), pair.First, 1e-6));
        for (int unit = 0; unit < 4; unit++)
        {
            double[] values = [.. Enumerable.Range(0, Rows).Select(row => (double)hidden[(row * 4) + unit])];
            double mean = values.Average();
            double variance = values.Sum(value => (value - mean) * (value - mean)) / (Rows - 1);
            Assert.Equal(0.25 * mean, state[unit], 1e-6);
            Assert.Equal(0.75 + (0.25 * variance), state[4 + unit], 1e-5);
            for (int row = 0; row < Rows; row++)
            {
                Assert.Equal((values[row] - state[unit]) / Math.Sqrt(state[4 + unit] + 1e-5), then[(row * 4) + unit], 1e-5);
            }
        }

        Assert.Equal(then, read);
        Assert.Equal([1, 8, 16], run[5]);
    }
}
