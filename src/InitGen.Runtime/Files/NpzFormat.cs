using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace InitGen.Files;

/// <summary>NumPy's archives, .npz: a zip archive with an array in NumPy's format for each parameter.</summary>
internal readonly struct NpzFormat : INetworkFormat
{
    private const string Extension = ".npy";

    // The earliest that an archive knows, so that the same weights make the same bytes.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream stream, IReadOnlyList<ParameterTensor> tensors, ReadOnlySpan<float> parameters)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ParameterTensor tensor in tensors)
        {
            ZipArchiveEntry entry = archive.CreateEntry(tensor.Name + Extension, CompressionLevel.NoCompression);
            entry.LastWriteTime = Timestamp;
            using Stream array = entry.Open();
            array.Write(NpyHeader.Bytes(tensor.Shape));
            ElementType.Write(array, parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    public static void Read(FileReader file, IReadOnlyList<ParameterTensor> tensors, Span<float> parameters)
    {
        using ZipArchive archive = Open(file, tensors);
        Dictionary<string, ZipArchiveEntry> entries = Entries(archive, file);
        ParameterTensor.RequireNames(tensors, entries.Keys, file);
        foreach (ParameterTensor tensor in tensors)
        {
            using FileReader array = file.Part(Contents(entries[tensor.Name], tensor, file), tensor.Name);
            NpyHeader header = NpyHeader.Read(array);
            tensor.RequireShape(header.Shape, file);
            Npy.ReadValues(array, header, parameters.Slice(tensor.Offset, tensor.Length));
        }
    }

    public static long LongestLength(IReadOnlyList<ParameterTensor> tensors) =>
        LongestDirectory(tensors) + tensors.Sum(LongestContents);

    /// <summary>The longest that all is together which is not contents. An archive's comment alone can take 64 KiB, and twice as much is
    /// read to find its end.</summary>
    private static long LongestDirectory(IReadOnlyList<ParameterTensor> tensors) =>
        (1 << 18) + tensors.Sum(static tensor => 1024L + (4 * tensor.Name.Length));

    private static long LongestContents(ParameterTensor tensor) => NpyHeader.LongestLength + ((long)tensor.Length * sizeof(double));

    private static ZipArchive Open(FileReader file, IReadOnlyList<ParameterTensor> tensors)
    {
        long longest = LongestDirectory(tensors);
        var stream = new LimitedStream(file.Stream, longest, () => file.Invalid(
            $"is a zip archive with a directory of more than {longest} bytes, which is more than {tensors.Count} parameters need"));
        try
        {
            var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries; // reads the directory
            stream.Limit = long.MaxValue;
            return archive;
        }
        catch (Exception e) when (IsInvalidArchive(e) && stream.Limit >= 0)
        {
            throw file.Invalid($"is no proper zip archive ({e.Message.TrimEnd('.')})", e);
        }
    }

    private static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive archive, FileReader file)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>();
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            string name =
                entry.FullName.EndsWith(Extension, StringComparison.Ordinal) ? entry.FullName[..^Extension.Length] : entry.FullName;
            if (!entries.TryAdd(name, entry))
            {
                throw file.Invalid($"has '{FileReader.Shortened(name)}' twice");
            }
        }

        return entries;
    }

    /// <summary>An entry, unpacked and checked. What an entry claims to unpack to is believed only where its parameter can be so
    /// long.</summary>
    private static byte[] Contents(ZipArchiveEntry entry, ParameterTensor tensor, FileReader file)
    {
        long longest = Math.Min(Array.MaxLength, LongestContents(tensor));
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

        return Checksum(contents) == entry.Crc32
            ? contents
            : throw file.Invalid($"has '{tensor.Name}' in an entry whose checksum is wrong, so that it is damaged");
    }

    /// <summary>The checksum that an archive has of an entry, which ZipArchive does not hold against what it reads. The framework computes
    /// it nowhere but for an entry that is written.</summary>
    private static uint Checksum(byte[] contents)
    {
        using var archive = new ZipArchive(Stream.Null, ZipArchiveMode.Create);
        ZipArchiveEntry entry = archive.CreateEntry("contents", CompressionLevel.NoCompression);
        using (Stream stream = entry.Open())
        {
            stream.Write(contents);
        }

        return entry.Crc32;
    }

    // What ZipArchive throws for archives that are damaged somewhere.
    private static bool IsInvalidArchive(Exception e) => e is InvalidDataException or EndOfStreamException;
}
