using System;
using System.IO;
using InitGen.Files;

namespace InitGen;

/// <summary>Networks in NumPy's archives, <c>.npz</c>, as <c>numpy.savez</c> and <c>numpy.load</c> have them. Parameters have PyTorch's
/// names and shapes: "Hidden1.weight" [units, inputs], "Hidden1.bias" [units], for a layer of a stack "Hidden.3.weight".</summary>
public static class Npz
{
    /// <summary>Writes all parameters of a network to a file, as float32, uncompressed. An earlier file stays as it is until all is
    /// written.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written, for one because its folder is missing or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written: it is a folder, or read-only, or in a folder that
    /// is.</exception>
    public static void Write<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<NpzFormat>.Write(network, path);

    /// <summary>Writes all parameters of a network to a stream, as float32, uncompressed.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream; stays open.</param>
    public static void Write<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<NpzFormat>.Write(network, stream);

    /// <summary>Reads all parameters of a network from a file: float32, float64 or float16, in either order, compressed or not. All is
    /// checked before a parameter is written: a file that is not right leaves the network as it is.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">Something is wrong with the file, or it holds another network.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static void Read<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<NpzFormat>.Read(network, path);

    /// <summary>Reads all parameters of a network from a stream, as from a file.</summary>
    /// <inheritdoc cref="Read{TNetwork}(TNetwork, string)"/>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="stream">The stream, which holds nothing else; stays open.</param>
    public static void Read<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<NpzFormat>.Read(network, stream);
}
