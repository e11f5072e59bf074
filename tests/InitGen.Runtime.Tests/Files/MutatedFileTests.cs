using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using InitGen.Runtime.Tests.Kernels;
using Network =
    InitGen.Runtime.Tests.Kernels.TestNetwork<InitGen.Runtime.Tests.Files.SmallShape, InitGen.Kernels.Relu, InitGen.Kernels.Linear>;

namespace InitGen.Runtime.Tests.Files;

/// <summary>Files with damage of many kinds: each is refused with <see cref="InvalidDataException"/> and leaves the network as it is, or
/// gives exactly the weights that an independent reader finds in it. The environment variable INITGEN_MUTATIONS sets how many there are of
/// each kind of file.</summary>
public class MutatedFileTests
{
    private static readonly int MutationCount =
        int.Parse(Environment.GetEnvironmentVariable("INITGEN_MUTATIONS") ?? "3000", CultureInfo.InvariantCulture);

    [Fact]
    public void A_mutated_safetensors_file_is_refused_or_read_rightly()
    {
        var original = new MemoryStream();
        Safetensors.Write(SmallNetwork.Create(), original);
        CheckNetworks(original.ToArray(), Safetensors.Read, WeightsOfSafetensors);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void A_mutated_archive_is_refused_or_read_rightly(CompressionLevel level)
    {
        Network network = SmallNetwork.Create();
        var stored = new MemoryStream();
        Npz.Write(network, stored);

        // The checksum of each entry protects its contents: whatever is accepted is as it was.
        float[] expected = network.Parameters.ToArray();
        CheckNetworks(level == CompressionLevel.NoCompression ? stored.ToArray() : Compressed(stored, level), Npz.Read, _ => expected);
    }

    [Fact]
    public void A_mutated_matrix_is_refused_or_read_rightly()
    {
        byte[] original = NpyBytes.Of(NpyBytes.Header("<f4", "12, 2"), SafetensorsBytes.Singles(TestLayers.NormalValues(24, seed: 3)));
        int accepted = 0;
        foreach (byte[] file in new FileMutation(original, seed: 4).Take(MutationCount))
        {
            if (Attempt(file, stream => Npy.Read(stream)) is ({ } values, int rows, int columns))
            {
                accepted++;
                (float[] expected, int expectedRows, int expectedColumns) = Matrix(file);
                Assert.Equal((expectedRows, expectedColumns), (rows, columns));
                Assert.Equal(SmallNetwork.Bits(expected), SmallNetwork.Bits(values));
            }
        }

        AssertBothHappen(accepted);
    }

    private static void CheckNetworks(byte[] original, Action<Network, Stream> read, Func<byte[], float[]> readIndependently)
    {
        Network network = SmallNetwork.CreateOther();
        float[] before = network.Parameters.ToArray();
        int accepted = 0;
        foreach (byte[] file in new FileMutation(original, seed: 5).Take(MutationCount))
        {
            bool isAccepted = Attempt(file, stream =>
            {
                read(network, stream);
                return true;
            });
            accepted += isAccepted ? 1 : 0;
            float[] expected = isAccepted ? readIndependently(file) : before;
            Assert.Equal(SmallNetwork.Bits(expected), SmallNetwork.Bits(network.Parameters.ToArray()));
            before.CopyTo(network.Parameters);
        }

        AssertBothHappen(accepted);
    }

    /// <summary>Reads a file. Where it is refused, the default is returned; any exception but the right one fails the test.</summary>
    private static T? Attempt<T>(byte[] file, Func<Stream, T> read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        T? result = default;
        try
        {
            result = read(new MemoryStream(file));
        }
        catch (InvalidDataException e)
        {
            Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        }

        // What reading takes anyway, exceptions and the network included, and so much a byte.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000 + (100L * file.Length));
        return result;
    }

    // A mutation that is never refused, or always, would prove nothing.
    private static void AssertBothHappen(int accepted) => Assert.InRange(accepted, MutationCount / 100, MutationCount * 9 / 10);

    private static float[] WeightsOfSafetensors(byte[] file)
    {
        int headerLength = BitConverter.ToInt32(file);
        using JsonDocument header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        return [.. SmallNetwork.Tensors.SelectMany(tensor =>
        {
            JsonElement entry = header.RootElement.GetProperty(tensor.Name);
            int begin = 8 + headerLength + entry.GetProperty("data_offsets")[0].GetInt32();
            return Decode(file[begin..], tensor.Length, entry.GetProperty("dtype").GetString()!);
        })];
    }

    private static (float[] Values, int Rows, int Columns) Matrix(byte[] file)
    {
        int start = (file[6] == 1 ? 10 + BitConverter.ToUInt16(file, 8) : 12 + BitConverter.ToInt32(file, 8));
        string header = Encoding.Latin1.GetString(file, 0, start);
        int[] shape = [.. Regex.Matches(header[header.IndexOf("shape", StringComparison.Ordinal)..], "[0-9]+").Select(
            match => int.Parse(match.Value, CultureInfo.InvariantCulture))];
        (int rows, int columns) = shape is [int length] ? (1, length) : (shape[0], shape[1]);
        int size = int.Parse(Regex.Match(header, "<f([248])").Groups[1].Value, CultureInfo.InvariantCulture);
        float[] values = Decode(file[start..], rows * columns, "F" + (8 * size));
        if (!header.Contains("True", StringComparison.Ordinal))
        {
            return (values, rows, columns);
        }

        return ([.. Enumerable.Range(0, values.Length).Select(i => values[(i % columns * rows) + (i / columns)])], rows, columns);
    }

    private static float[] Decode(byte[] bytes, int count, string type) => [.. Enumerable.Range(0, count).Select(i => type switch
    {
        "F64" => (float)BitConverter.ToDouble(bytes, 8 * i),
        "F32" => BitConverter.ToSingle(bytes, 4 * i),
        "F16" => (float)BitConverter.ToHalf(bytes, 2 * i),
        _ => throw new NotSupportedException(type),
    })];

    private static byte[] Compressed(Stream stored, CompressionLevel level)
    {
        var file = new MemoryStream();
        using var source = new ZipArchive(stored);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                using Stream contents = entry.Open();
                using Stream copy = archive.CreateEntry(entry.FullName, level).Open();
                contents.CopyTo(copy);
            }
        }

        return file.ToArray();
    }
}
