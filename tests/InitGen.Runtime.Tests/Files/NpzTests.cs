using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.IO.Hashing;
using System.Linq;
using Network =
    InitGen.Runtime.Tests.Kernels.TestNetwork<InitGen.Runtime.Tests.Files.SmallShape, InitGen.Kernels.Relu, InitGen.Kernels.Linear>;

namespace InitGen.Runtime.Tests.Files;

public class NpzTests
{
    [Fact]
    public void An_archive_has_an_array_for_each_parameter_under_PyTorchs_name()
    {
        Network network = SmallNetwork.Create();
        var stream = new MemoryStream();
        Npz.Write(network, stream);

        using var archive = new ZipArchive(stream);
        Assert.Equal(SmallNetwork.Tensors.Select(tensor => tensor.Name + ".npy"), archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        foreach ((ZipArchiveEntry entry, byte[] array) in archive.Entries.Zip(Arrays(network).Select(array => array.Contents)))
        {
            using var contents = new MemoryStream();
            using Stream unpacked = entry.Open();
            unpacked.CopyTo(contents);
            Assert.Equal(array, contents.ToArray());
        }
    }

    [Fact]
    public void The_same_parameters_make_the_same_bytes()
    {
        var first = new MemoryStream();
        var second = new MemoryStream();
        Npz.Write(SmallNetwork.Create(), first);
        Npz.Write(SmallNetwork.Create(), second);
        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Every_bit_comes_back_also_of_what_is_no_number()
    {
        Network network = SmallNetwork.Create();
        network.Parameters[3] = BitConverter.UInt32BitsToSingle(0x7F812345); // a signaling NaN
        network.Parameters[5] = -0f;
        using TemporaryDirectory directory = new();
        Npz.Write(network, directory.File("network.npz"));
        Network copy = SmallNetwork.CreateOther();
        Npz.Read(copy, directory.File("network.npz"));
        Assert.Equal(SmallNetwork.Bits(network.Parameters.ToArray()), SmallNetwork.Bits(copy.Parameters.ToArray()));
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Entries_may_be_compressed_and_stand_in_any_order(CompressionLevel level)
    {
        Network network = SmallNetwork.Create();
        byte[] archive = Archive(Arrays(network).Reverse(), level);
        foreach (Stream stream in (Stream[])[new MemoryStream(archive), new OneWayStream(archive)])
        {
            Network copy = SmallNetwork.CreateOther();
            Npz.Read(copy, stream);
            Assert.Equal(network.Parameters.ToArray(), copy.Parameters.ToArray());
            Assert.True(stream.CanRead);
        }
    }

    [Fact]
    public void Arrays_may_be_in_Fortran_order()
    {
        Network network = SmallNetwork.Create();
        (string Name, byte[] Contents)[] arrays = [.. Arrays(network)];
        float[] weights = network.Parameters[..12].ToArray();
        float[] columnMajor = [.. Enumerable.Range(0, 12).Select(i => weights[(i % 4 * 3) + (i / 4)])];
        arrays[0].Contents = NpyBytes.Of(NpyBytes.Header("<f4", "4, 3", isFortranOrder: true), SafetensorsBytes.Singles(columnMajor));
        Network copy = SmallNetwork.CreateOther();
        Npz.Read(copy, new MemoryStream(Archive(arrays)));
        Assert.Equal(network.Parameters.ToArray(), copy.Parameters.ToArray());
    }

    [Fact]
    public void The_stream_that_an_archive_is_written_to_stays_open()
    {
        var stream = new MemoryStream();
        Npz.Write(SmallNetwork.Create(), stream);
        Assert.True(stream.CanWrite);
    }

    [Fact]
    public void Arrays_may_lack_the_extension_of_files()
    {
        Network network = SmallNetwork.Create();
        Network copy = SmallNetwork.CreateOther();
        Npz.Read(copy, new MemoryStream(Archive(Arrays(network), extension: "")));
        Assert.Equal(network.Parameters.ToArray(), copy.Parameters.ToArray());
    }

    // 12 bytes, the longest header that is read, and the doubles.
    [Fact]
    public void The_longest_header_that_is_read_may_stand_before_the_longest_numbers()
    {
        (string Name, byte[] Contents)[] arrays = [.. Arrays(SmallNetwork.Create())];
        byte[] longest = NpyBytes.Of(
            2,
            65524,
            NpyBytes.Header("<f8", "2,").TrimEnd().PadRight(65524),
            [.. BitConverter.GetBytes(0.25), .. BitConverter.GetBytes(0.75)]);
        Network copy = SmallNetwork.CreateOther();
        Npz.Read(copy, new MemoryStream(Archive([.. arrays[..^1], ("Output.bias", longest)])));
        Assert.Equal([0.25f, 0.75f], copy.Parameters[^2..].ToArray());
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        AssertRefused("is no proper zip archive", []);
        AssertRefused("is no proper zip archive", [.. "no archive at all, only a text that is long enough to be one"u8]);
        byte[] archive = Archive(Arrays(SmallNetwork.Create()));
        AssertRefused("is no proper zip archive", archive[..^1]);
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8)] ^= 1; // where its directory starts
        AssertRefused("is no proper zip archive", archive);
    }

    [Fact]
    public void An_archive_of_another_network_is_refused()
    {
        (string Name, byte[] Contents)[] arrays = [.. Arrays(SmallNetwork.Create())];
        AssertRefused("has no 'Output.bias', a parameter of the network", Archive(arrays[..^1]));
        AssertRefused("has 'Other.bias', which is no parameter of the network", Archive([.. arrays, ("Other.bias", arrays[^1].Contents)]));
        AssertRefused("has 'Output.bias' twice", Archive([.. arrays, arrays[^1]]));
        AssertRefused(
            "has 'Output.bias' in shape [3], but the network has it in [2]",
            Archive([.. arrays[..^1], ("Output.bias", NpyBytes.Of(NpyBytes.Header("<f4", "3,"), SafetensorsBytes.Singles(1, 2, 3)))]));
        AssertRefused(
            "'Output.bias' in the stream has 12 bytes of numbers, which is not what its shape [2] takes",
            Archive([.. arrays[..^1], ("Output.bias", NpyBytes.Of(NpyBytes.Header("<f4", "2,"), SafetensorsBytes.Singles(1, 2, 3)))]));
        AssertRefused(
            "holds numbers of type '|u1'; what can be read is <f4, <f8, <f2.", // whole numbers are no weights
            Archive([.. arrays[..^1], ("Output.bias", NpyBytes.Of(NpyBytes.Header("|u1", "2,"), [1, 2]))]));
    }

    [Fact]
    public void A_damaged_entry_is_refused()
    {
        Network network = SmallNetwork.Create();
        byte[] archive = Archive(Arrays(network));
        int place = archive.AsSpan().IndexOf(SafetensorsBytes.Singles(network.Parameters[..3].ToArray()));
        archive[place] ^= 1;
        AssertRefused("has 'Hidden.0.weight' in an entry whose checksum is wrong", archive);
    }

    [Fact]
    public void An_entry_that_cannot_be_unpacked_is_refused()
    {
        byte[] archive = Archive(Arrays(SmallNetwork.Create()), CompressionLevel.SmallestSize);
        archive[archive.AsSpan().IndexOf("Hidden.0.weight.npy"u8) + "Hidden.0.weight.npy".Length] = 0xFF; // a block of no type
        AssertRefused("has 'Hidden.0.weight' in an entry that cannot be unpacked (", archive);
    }

    [Fact]
    public void An_entry_that_unpacks_to_more_than_its_parameter_is_not_unpacked()
    {
        (string Name, byte[] Contents)[] arrays = [.. Arrays(SmallNetwork.Create())];
        byte[] bomb = Archive([.. arrays[..^1], ("Output.bias", new byte[100_000_000])], CompressionLevel.SmallestSize);
        Assert.True(bomb.Length < 1_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("has 'Output.bias' in 100000000 bytes, but at most 65552 are read", bomb);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_directory_that_is_longer_than_the_network_needs_is_refused()
    {
        byte[] archive =
            Archive([.. Arrays(SmallNetwork.Create()), .. Enumerable.Range(0, 60_000).Select(i => ($"{i}", Array.Empty<byte>()))]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("is a zip archive with a directory of more than 267532 bytes, which is more than 5 parameters need.", archive);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < archive.Length);
    }

    [Fact]
    public void Checksums_are_those_of_a_library()
    {
        Network network = SmallNetwork.Create();
        var stream = new MemoryStream();
        Npz.Write(network, stream);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Update);
        Assert.All(archive.Entries, entry =>
        {
            using Stream contents = entry.Open();
            var checksum = new Crc32();
            checksum.Append(contents);
            Assert.Equal(checksum.GetCurrentHashAsUInt32(), entry.Crc32);
        });
    }

    [Fact]
    public void Arguments_that_are_missing_are_refused()
    {
        Network network = SmallNetwork.CreateOther();
        Assert.Throws<ArgumentNullException>("network", () => Npz.Write<Network>(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("network", () => Npz.Read<Network>(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("stream", () => Npz.Write(network, (Stream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => Npz.Read(network, (Stream)null!));
        Assert.Throws<ArgumentNullException>("path", () => Npz.Write(network, (string)null!));
        Assert.Throws<ArgumentNullException>("path", () => Npz.Read(network, (string)null!));
    }

    private static void AssertRefused(string reason, byte[] file) =>
        SmallNetwork.AssertRefused<InvalidDataException>(reason, network => Npz.Read(network, new MemoryStream(file)));

    private static IEnumerable<(string Name, byte[] Contents)> Arrays(Network network)
    {
        float[] parameters = network.Parameters.ToArray();
        int offset = 0;
        return SmallNetwork.Tensors.Select(tensor =>
        {
            float[] values = parameters[offset..(offset += tensor.Length)];
            string shape = string.Join(", ", tensor.Shape) + (tensor.Shape.Length == 1 ? "," : "");
            return (tensor.Name, NpyBytes.Of(NpyBytes.Header("<f4", shape), SafetensorsBytes.Singles(values)));
        }).ToArray();
    }

    private static byte[] Archive(
        IEnumerable<(string Name, byte[] Contents)> arrays,
        CompressionLevel level = CompressionLevel.NoCompression,
        string extension = ".npy")
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            foreach ((string name, byte[] contents) in arrays)
            {
                using Stream entry = archive.CreateEntry(name + extension, level).Open();
                entry.Write(contents);
            }
        }

        return file.ToArray();
    }
}
