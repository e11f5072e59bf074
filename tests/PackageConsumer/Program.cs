using System;
using System.IO;
using System.Linq;
using InitGen;
using PackageConsumer;

// What a user does first with the package. Anything wrong throws, and the exit code says so.
Classifier network = new(seed: 42);
float[] inputs = new float[32 * Classifier.InputSize];
Initializers.Normal(inputs, mean: 0, stdDev: 1, seed: 1, stream: 0);

float[] outputs = new float[32 * Classifier.OutputSize];
network.Forward(inputs, outputs);
Expect(outputs.Chunk(Classifier.OutputSize).All(row => Math.Abs(row.Sum() - 1) < 1e-5), "each row of a softmax sums to 1");

LayerStatistics[] statistics = new LayerStatistics[Classifier.Layers.Length];
network.MeasureForward(inputs, statistics);
for (int i = 0; i < statistics.Length; i++)
{
    LayerInfo layer = Classifier.Layers[i];
    double ratio = statistics[i].ActivationStdDev / layer.Predicted.ActivationStdDev;
    Console.WriteLine(FormattableString.Invariant(
        $"{layer.Name,-8} std {statistics[i].ActivationStdDev:F4} predicted {layer.Predicted.ActivationStdDev:F4}"));
    double spread = layer.Predicted.ActivationSpread;
    double deviation = Math.Abs(Math.Log(ratio) + (spread * spread));
    Expect(deviation < 0.1 + (3 * spread), "the measured standard deviation is as near the predicted one as it has to be");
}

float[] gradients = new float[Classifier.ParameterCount];
network.Backward(inputs, outputs, gradients);
Expect(gradients.All(float.IsFinite), "gradients are finite");
Expect(network.Hidden1.ToMatrix()[3, 5] == network.Hidden1.Weights[(3 * 784) + 5], "a MathNet matrix has the layer's weights");

string path = Path.GetTempFileName();
Safetensors.Write(network, path);
Classifier copy = new(seed: 43);
Safetensors.Read(copy, path);
Expect(copy.Parameters.SequenceEqual(network.Parameters), "weights come back from a safetensors file");
Npz.Write(network, path);
copy.Initialize(seed: 43);
Npz.Read(copy, path);
Expect(copy.Parameters.SequenceEqual(network.Parameters), "weights come back from an archive of NumPy");
File.Delete(path);
Console.WriteLine("The package works.");

static void Expect(bool holds, string sentence)
{
    if (!holds)
    {
        throw new InvalidOperationException($"It does not hold that {sentence}.");
    }
}
