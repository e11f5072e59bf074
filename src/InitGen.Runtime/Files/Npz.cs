using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using InitGen.Files;

namespace InitGen;

/// <summary>Networks in NumPy's archives, <c>.npz</c>, as <c>numpy.savez</c> and <c>numpy.load</c> have them. Parameters have PyTorch's names
/// and shapes: "Hidden1.weight" [units, inputs], "Hidden1.bias" [units], for a layer of a stack "Hidden.3.weight".</summary>
public static class Npz
{
    private const string Extension = ".npy";

    // The earliest that an archive knows, so that the same weights make the same bytes.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes all parameters of a network to a file, as float32, uncompressed. An earlier file stays as it is until all is
    /// written.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork>
    {
        using var file = new AtomicFile(path);
        Write(network, file.Stream);
        file.Commit();
    }

    /// <summary>Writes all parameters of a network to a stream, as float32, uncompressed.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">The stream; stays open.</param>
    public static void Write<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ParameterTensor tensor in ParameterTensor.Of<TNetwork>())
        {
            ZipArchiveEntry entry = archive.CreateEntry(tensor.Name + Extension, CompressionLevel.NoCompression);
            entry.LastWriteTime = Timestamp;
            using Stream array = entry.Open();
            array.Write(NpyHeader.Bytes(tensor.Shape));
            ElementType.Write(array, network.Parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    /// <summary>Reads all parameters of a network from a file: float32, float64 or float16, in either order, compressed or not. All is
    /// checked before a parameter is written: a file that is not right leaves the network as it is.</summary>
    /// <typeparam name="TNetwork">The network's type.</typeparam>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">Something is wrong with the file, or it holds another network.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Read<TNetwork>(TNetwork network, string path)
        where TNetwork : INetwork<TNetwork>
    {
        using FileReader file = FileReader.Open(path);
        Read(network, file);
    }

    /// <summary>Reads all parameters of a network from a stream, as from a file.</summary>
    /// <inheritdoc cref="Read{TNetwork}(TNetwork, string)"/>
    /// <param name="network">The network; its parameters are written.</param>
    /// <param name="stream">The stream, which holds nothing else; stays open.</param>
    public static void Read<TNetwork>(TNetwork network, Stream stream)
        where TNetwork : INetwork<TNetwork>
    {
        using FileReader file = FileReader.Of(stream);
        Read(network, file);
    }

    private static void Read<TNetwork>(TNetwork network, FileReader file)
        where TNetwork : INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(network);
        IReadOnlyList<ParameterTensor> tensors = ParameterTensor.Of<TNetwork>();
        using ZipArchive archive = Open(file);
        Dictionary<string, ZipArchiveEntry> entries = Entries(archive, file);
        ParameterTensor.RequireNames(tensors, entries.Keys, file);

        float[] values = new float[TNetwork.ParameterCount];
        foreach (ParameterTensor tensor in tensors)
        {
            Span<float> parameter = values.AsSpan(tensor.Offset, tensor.Length);
            using FileReader array = file.Part(Contents(entries[tensor.Name], tensor, file), tensor.Name);
            NpyHeader header = NpyHeader.Read(array);
            tensor.RequireShape(header.Shape, file);
            Npy.ReadValues(array, header, parameter);
        }

        values.CopyTo(network.Parameters);
    }

    private static ZipArchive Open(FileReader file)
    {
        try
        {
            var archive = new ZipArchive(file.Stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries; // reads them
            return archive;
        }
        catch (Exception e) when (IsInvalidArchive(e))
        {
            throw file.Invalid($"is no proper zip archive ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive archive, FileReader file)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name = entry.FullName.EndsWith(Extension, StringComparison.Ordinal) ? entry.FullName[..^Extension.Length] : entry.FullName;
            if (!entries.TryAdd(name, entry))
            {
                throw file.Invalid($"has '{FileReader.Shortened(name)}' twice");
            }
        }

        return entries;
    }

    /// <summary>An entry, unpacked and checked. What an entry claims to unpack to is believed only where its parameter can be so long.</summary>
    private static byte[] Contents(ZipArchiveEntry entry, ParameterTensor tensor, FileReader file)
    {
        long longest = Math.Min(Array.MaxLength, NpyHeader.LongestLength + ((long)tensor.Length * sizeof(double)));
        if (entry.Length > longest)
        {
            throw file.Invalid($"has '{tensor.Name}' in {entry.Length} bytes, but at most {longest} are read");
        }

        byte[] contents = new byte[entry.Length];
        try
        {
            using Stream stream = entry.Open();
            stream.ReadExactly(contents);
        }
        catch (Exception e) when (IsInvalidArchive(e))
        {
            throw file.Invalid($"has '{tensor.Name}' in an entry that cannot be unpacked ({e.Message.TrimEnd('.')})", e);
        }

        return Crc32.HashToUInt32(contents) == entry.Crc32
            ? contents
            : throw file.Invalid($"has '{tensor.Name}' in an entry whose checksum is wrong, so that it is damaged");
    }

    // What ZipArchive throws for archives that are damaged somewhere.
    private static bool IsInvalidArchive(Exception e) => e is InvalidDataException or EndOfStreamException;
}
