using System;
using System.Collections.Generic;
using System.Linq;
using Network =
    InitGen.Runtime.Tests.Kernels.TestNetwork<InitGen.Runtime.Tests.Files.SmallShape, InitGen.Kernels.Relu, InitGen.Kernels.Linear>;

namespace InitGen.Runtime.Tests.Files;

/// <summary>The network of <see cref="SmallShape"/> and what files call its parameters.</summary>
internal static class SmallNetwork
{
    /// <summary>Its parameters in their order: name, shape and number of values.</summary>
    public static readonly (string Name, int[] Shape, int Length)[] Tensors =
    [
        ("Hidden.0.weight", [4, 3], 12), ("Hidden.0.bias", [4], 4), ("Hidden.1.weight", [4, 4], 16), ("Output.weight", [2, 4], 8),
        ("Output.bias", [2], 2),
    ];

    public static Network Create() => Network.Create(seed: 7);

    /// <summary>A network whose parameters no file holds.</summary>
    public static Network CreateOther()
    {
        Network network = new(new float[Network.ParameterCount]);
        network.Parameters.Fill(-1234.5f);
        return network;
    }

    /// <summary>The bits of parameters, in which a NaN equals itself.</summary>
    public static IEnumerable<uint> Bits(IEnumerable<float> values) => values.Select(BitConverter.SingleToUInt32Bits);

    /// <summary>Reads into a network, which has to fail for a reason and to leave the network as it is.</summary>
    public static void AssertRefused<TException>(string reason, Action<Network> read)
        where TException : Exception
    {
        Network network = CreateOther();
        float[] before = network.Parameters.ToArray();
        TException exception = Assert.Throws<TException>(() => read(network));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".)", exception.Message, StringComparison.Ordinal); // a sentence within the sentence
        Assert.Equal(before, network.Parameters.ToArray());
    }
}
