using System;
using System.Collections.Generic;
using System.IO;
using InitGen.Kernels;

namespace InitGen.Files;

/// <summary>A format of files with all parameters of a network.</summary>
internal interface INetworkFormat
{
    /// <summary>Writes parameters.</summary>
    static abstract void Write(Stream stream, IReadOnlyList<ParameterTensor> tensors, ReadOnlySpan<float> parameters);

    /// <summary>Reads parameters, and checks that the file holds them and nothing else.</summary>
    static abstract void Read(FileReader file, IReadOnlyList<ParameterTensor> tensors, Span<float> parameters);

    /// <summary>How long a file of parameters can be.</summary>
    static abstract long LongestLength(IReadOnlyList<ParameterTensor> tensors);
}

/// <summary>Writes and reads the parameters of networks in a format.</summary>
/// <typeparam name="TFormat">The format.</typeparam>
internal static class NetworkFile<TFormat>
    where TFormat : INetworkFormat
{
    /// <summary>Writes a file, as a whole or not at all.</summary>
    public static void Write<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork>
    {
        Require(network);
        using var file = new AtomicFile(path);
        Write(network, file.Stream);
        file.Commit();
    }

    /// <summary>Writes to a stream.</summary>
    public static void Write<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork>
    {
        Require(network);
        ArgumentNullException.ThrowIfNull(stream);
        TFormat.Write(stream, ParameterTensor.Of<TNetwork>(), network.State.IsEmpty ? network.Parameters : (float[])[.. network.Parameters, .. network.State]);
    }

    /// <summary>Reads a file.</summary>
    public static void Read<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork>
    {
        Require(network);
        IReadOnlyList<ParameterTensor> tensors = ParameterTensor.Of<TNetwork>();
        using FileReader file = FileReader.Open(path, TFormat.LongestLength(tensors));
        Read(network, tensors, file);
    }

    /// <summary>Reads a stream from where it stands to its end.</summary>
    public static void Read<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork>
    {
        Require(network);
        IReadOnlyList<ParameterTensor> tensors = ParameterTensor.Of<TNetwork>();
        using FileReader file = FileReader.Of(stream, TFormat.LongestLength(tensors));
        Read(network, tensors, file);
    }

    private static void Read<TNetwork>(TNetwork network, IReadOnlyList<ParameterTensor> tensors, FileReader file)
        where TNetwork : INetwork<TNetwork>
    {
        float[] values = new float[TNetwork.ParameterCount + TNetwork.StateCount];
        TFormat.Read(file, tensors, values);
        values.AsSpan(0, TNetwork.ParameterCount).CopyTo(network.Parameters);
        values.AsSpan(TNetwork.ParameterCount).CopyTo(network.State);
    }

    private static void Require<TNetwork>(TNetwork network)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        PassPlan.Of<TNetwork>(network.Parameters.Length);
    }
}
