using System;
using System.IO;
using InitGen.Files;

namespace InitGen;

/// <summary>Networks in safetensors files (https://github.com/huggingface/safetensors), which PyTorch and TorchSharp load with
/// <c>load_state_dict</c>. Parameters have PyTorch's names and shapes: "Hidden1.weight" [units, inputs], "Hidden1.bias" [units], for a
/// layer of a stack "Hidden.3.weight".</summary>
public static class Safetensors
{
    /// <summary>Writes all parameters of a network to a file, as F32. An earlier file stays as it is until all is written.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written, for one because its folder is missing or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written: it is a folder, or read-only, or in a folder that
    /// is.</exception>
    public static void Write<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<SafetensorsFormat>.Write(network, path);

    /// <summary>Writes all parameters of a network to a stream, as F32.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream; stays open.</param>
    public static void Write<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<SafetensorsFormat>.Write(network, stream);

    /// <summary>Reads all parameters of a network from a file, F32, F64, F16 or BF16. All is checked before a parameter is written: a
    /// file that is not right leaves the network as it is.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">Something is wrong with the file, or it holds another network.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static void Read<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<SafetensorsFormat>.Read(network, path);

    /// <summary>Reads all parameters of a network from a stream, as from a file.</summary>
    /// <inheritdoc cref="Read{TNetwork}(TNetwork, string)"/>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="stream">The stream, read from where it stands to its end; stays open.</param>
    public static void Read<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork> =>
        NetworkFile<SafetensorsFormat>.Read(network, stream);
}
