using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using InitGen.Layers;
using InitGen.Tests.Reference;

namespace InitGen.Tests.Propagation;

/// <summary>A network of propagation.json with its prediction.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Specification">The network.</param>
/// <param name="Predicted">For each layer the predicted numbers by their name.</param>
internal sealed record ReferenceNetwork(string Name, NetworkSpec Specification, IReadOnlyList<Dictionary<string, double>> Predicted)
{
    /// <summary>All networks of the file.</summary>
    public static IReadOnlyList<ReferenceNetwork> ReadAll()
    {
        using var document = JsonDocument.Parse(ReferenceData.Read("propagation.json"));
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static ReferenceNetwork Read(JsonElement network) => new(
        network.GetProperty("name").GetString()!,
        new NetworkSpec
        {
            Input = new(network.GetProperty("inputSize").GetInt32()),
            InputMean = network.GetProperty("inputMean").GetDouble(),
            InputStdDev = network.GetProperty("inputStdDev").GetDouble(),
            Layers = new(network.GetProperty("layers").EnumerateArray().Select(ReadLayer)),
        },
        network.GetProperty("predicted").Deserialize<Dictionary<string, double>[]>()!);

    private static DenseSpec ReadLayer(JsonElement layer)
    {
        return new DenseSpec
        {
            Name = "Layer",
            Units = layer.GetProperty("units").GetInt32(),
            Activation = new(Enum.Parse<Activation>(layer.GetProperty("activation").GetString()!), Number("slope", 0.01)),
            Weights = new()
            {
                Init = Enum.Parse<Init>(layer.GetProperty("init").GetString()!),
                Gain = Number("gain", 1),
                StdDev = Number("stdDev", 0),
                NonZeros = (int)Number("nonZeros", 0),
            },
            Bias = Number("bias", 0),
            BiasStdDev = Number("biasStdDev", 0),
            Repeat = (int)Number("repeat", 1),
        };

        double Number(string name, double otherwise) => layer.TryGetProperty(name, out JsonElement number) ? number.GetDouble() : otherwise;
    }
}
