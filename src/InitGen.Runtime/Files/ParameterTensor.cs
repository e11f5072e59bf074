using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Files;

/// <summary>One of a network's parameters under the name that files give it: PyTorch's, "Hidden1.weight" and "Hidden1.bias", for a layer
/// of a stack "Hidden.3.weight".</summary>
/// <param name="Name">The name.</param>
/// <param name="Shape">[units, inputs] of weights, [units] of biases.</param>
/// <param name="Offset">Where it starts among the network's parameters.</param>
/// <param name="Length">The number of its values.</param>
internal sealed record ParameterTensor(string Name, IReadOnlyList<long> Shape, int Offset, int Length)
{
    private const string BatchCount = ".num_batches_tracked";
    private const string RunningMean = ".running_mean";

    /// <summary>All parameters of a network, in their order.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    public static IReadOnlyList<ParameterTensor> Of<TNetwork>()
        where TNetwork : INetwork<TNetwork>
    {
        var tensors = new List<ParameterTensor>();
        foreach (LayerInfo layer in TNetwork.Layers)
        {
            foreach (ParameterInfo parameter in layer.Parameters)
            {
                // State stands behind the parameters.
                int offset = parameter.Offset + (parameter.Role == ParameterRole.State ? TNetwork.ParameterCount : 0);
                tensors.Add(new ParameterTensor(
                    $"{layer.FileName}.{parameter.FileName}", [.. parameter.Shape.Select(static extent => (long)extent)], offset, (int)parameter.Count));
            }
        }

        return tensors;
    }

    /// <summary>Whether a name is that of PyTorch's count of the batches that a batch normalization has seen, an integer that no output depends
    /// on and that is passed over.</summary>
    /// <param name="name">The name.</param>
    /// <param name="tensors">The network's parameters.</param>
    public static bool IsBatchCount(string name, IReadOnlyList<ParameterTensor> tensors) =>
        name.EndsWith(BatchCount, StringComparison.Ordinal)
        && tensors.Any(tensor => tensor.Name == string.Concat(name.AsSpan(0, name.Length - BatchCount.Length), RunningMean));

    /// <summary>Checks that a file holds the parameters of a network and nothing else.</summary>
    /// <param name="tensors">The network's parameters.</param>
    /// <param name="names">The names in the file.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="System.IO.InvalidDataException">It does not.</exception>
    public static void RequireNames(IReadOnlyList<ParameterTensor> tensors, IReadOnlyCollection<string> names, FileReader file)
    {
        IEnumerable<string> expected = tensors.Select(tensor => tensor.Name);
        if (expected.Except(names).FirstOrDefault() is { } missing)
        {
            throw file.Invalid($"has no '{missing}', a parameter of the network");
        }

        if (names.Except(expected).FirstOrDefault(name => !IsBatchCount(name, tensors)) is { } unknown)
        {
            throw file.Invalid($"has '{FileReader.Shortened(unknown)}', which is no parameter of the network");
        }
    }

    /// <summary>Checks that a file has the parameter in the network's shape.</summary>
    /// <param name="shape">The shape in the file.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="System.IO.InvalidDataException">It has another.</exception>
    public void RequireShape(IReadOnlyList<long> shape, FileReader file)
    {
        if (!shape.SequenceEqual(Shape))
        {
            string found = FileReader.Shortened(string.Join(", ", shape));
            throw file.Invalid($"has '{Name}' in shape [{found}], but the network has it in [{string.Join(", ", Shape)}]");
        }
    }
}
