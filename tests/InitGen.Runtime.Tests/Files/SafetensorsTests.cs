using System;
using System.IO;
using System.Linq;
using System.Text;
using Network =
    InitGen.Runtime.Tests.Kernels.TestNetwork<InitGen.Runtime.Tests.Files.SmallShape, InitGen.Kernels.Relu, InitGen.Kernels.Linear>;

namespace InitGen.Runtime.Tests.Files;

public class SafetensorsTests
{
    private const int ParameterCount = 42;

    private static readonly string Header = SafetensorsBytes.Header("F32", 4);
    private static readonly byte[] Data = SafetensorsBytes.Singles([.. Enumerable.Range(0, ParameterCount).Select(i => i / 8f)]);

    [Fact]
    public void A_file_is_a_length_and_a_padded_header_and_the_parameters_in_their_order()
    {
        Network network = SmallNetwork.Create();
        var stream = new MemoryStream();
        Safetensors.Write(network, stream);

        string header = SafetensorsBytes.Header("F32", 4, "\"__metadata__\":{\"format\":\"pt\"},");
        string padded = header.PadRight((header.Length + 7) / 8 * 8);
        Assert.Equal(SafetensorsBytes.Of(padded, SafetensorsBytes.Singles(network.Parameters.ToArray())), stream.ToArray());
    }

    [Fact]
    public void Every_bit_comes_back_also_of_what_is_no_number()
    {
        Network network = SmallNetwork.Create();
        network.Parameters[3] = BitConverter.UInt32BitsToSingle(0x7F812345); // a signaling NaN
        network.Parameters[4] = float.NegativeInfinity;
        network.Parameters[5] = -0f;
        network.Parameters[6] = float.Epsilon;

        using TemporaryDirectory directory = new();
        Safetensors.Write(network, directory.File("network.safetensors"));
        Network copy = SmallNetwork.CreateOther();
        Safetensors.Read(copy, directory.File("network.safetensors"));
        Assert.Equal(SmallNetwork.Bits(network.Parameters.ToArray()), SmallNetwork.Bits(copy.Parameters.ToArray()));
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_stays_open()
    {
        byte[] file = SafetensorsBytes.Of(Header, Data);
        using var stream = new MemoryStream([1, 2, 3, .. file]);
        stream.Position = 3;
        Network network = SmallNetwork.CreateOther();
        Safetensors.Read(network, stream);
        Assert.Equal(Data, SafetensorsBytes.Singles(network.Parameters.ToArray()));
        Assert.True(stream.CanRead);

        Network other = SmallNetwork.CreateOther();
        Safetensors.Read(other, new OneWayStream(file));
        Assert.Equal(Data, SafetensorsBytes.Singles(other.Parameters.ToArray()));
    }

    [Fact]
    public void Tensors_may_stand_in_any_order()
    {
        string header = "{"
            + Entry("Output.weight", "[2,4]", 0, 32) + "," + Entry("Hidden.1.weight", "[4,4]", 104, 168) + ","
            + Entry("Hidden.0.weight", "[4,3]", 32, 80) + "," + Entry("Hidden.0.bias", "[4]", 80, 96) + ","
            + Entry("Output.bias", "[2]", 96, 104) + "}";
        Network network = SmallNetwork.CreateOther();
        Safetensors.Read(network, new MemoryStream(SafetensorsBytes.Of(header, Data)));
        float[] values = [.. Enumerable.Range(0, ParameterCount).Select(i => i / 8f)];
        Assert.Equal(
            [.. values[8..20], .. values[20..24], .. values[26..42], .. values[..8], .. values[24..26]], network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("F64", 8)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    public void Other_floating_point_types_are_read_as_single_precision(string type, int size)
    {
        // Eighths below 8 have at most six significant bits, which all types hold.
        float[] values = [.. Enumerable.Range(0, ParameterCount).Select(i => (i - 20) / 8f)];
        byte[] data = [.. values.SelectMany(value => type switch
        {
            "F64" => BitConverter.GetBytes((double)value),
            "F16" => BitConverter.GetBytes((Half)value),
            _ => BitConverter.GetBytes(value)[2..],
        })];
        Network network = SmallNetwork.CreateOther();
        Safetensors.Read(network, new MemoryStream(SafetensorsBytes.Of(SafetensorsBytes.Header(type, size), data)));
        Assert.Equal(values, network.Parameters.ToArray());
    }

    [Fact]
    public void A_double_that_no_float_can_hold_is_refused()
    {
        byte[] data = [.. Enumerable.Repeat(1.0, ParameterCount - 1).Append(-1e300).SelectMany(BitConverter.GetBytes)];
        AssertRefused("larger than any float", SafetensorsBytes.Of(SafetensorsBytes.Header("F64", 8), data));
    }

    [Fact]
    public void Lengths_that_are_not_those_of_the_file_are_refused()
    {
        AssertRefused("ends within its header's length: that takes 8 bytes, and 3 are left", [1, 2, 3]);
        AssertRefused("ends within its header's length", []);
        AssertRefused("claims a header of 1152921504606846976 bytes", SafetensorsBytes.Of(1UL << 60, Header, Data));
        AssertRefused("claims a header of 18446744073709551615 bytes", SafetensorsBytes.Of(ulong.MaxValue, Header, Data));
        AssertRefused("ends within its header: that takes 1000000 bytes", SafetensorsBytes.Of(1_000_000, Header, Data));
        AssertRefused("has 167 bytes after its header, but its tensors take 168", SafetensorsBytes.Of(Header, Data[1..]));
        AssertRefused("has 169 bytes after its header, but its tensors take 168", SafetensorsBytes.Of(Header, [.. Data, 0]));
        AssertRefused("has 0 bytes after its header", SafetensorsBytes.Of(Header, []));
    }

    [Theory]
    [InlineData("", "does not start with '{'")]
    [InlineData("[]", "does not start with '{'")]
    [InlineData(" {}", "does not start with '{'")]
    [InlineData("{", "no proper JSON")]
    [InlineData("{}}", "no proper JSON")]
    [InlineData("{'a':1}", "no proper JSON")]
    [InlineData("{/**/}", "no proper JSON")]
    [InlineData("{\"\\ud800\":1}", "no proper JSON")]
    [InlineData("{\"a\":{},\"a\":{}}", "no proper JSON")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", "no map of texts")]
    [InlineData("{\"__metadata__\":\"a\"}", "no map of texts")]
    [InlineData("{\"__metadata__\":{}}", "has no 'Hidden.0.weight', a parameter of the network")]
    public void A_header_that_is_none_is_refused(string header, string reason) => AssertRefused(reason, SafetensorsBytes.Of(header, Data));

    [Fact]
    public void A_header_that_is_no_text_is_refused()
    {
        byte[] file = SafetensorsBytes.Of(Header, Data);
        file[Array.IndexOf(file, (byte)'H')] = 0xFF;
        AssertRefused("no proper JSON", file);
    }

    [Theory]
    [InlineData("\"Output.bias\"", "\"Output.bios\"", "has no 'Output.bias', a parameter of the network")]
    [InlineData("{", "{\"Other.weight\":{},", "has 'Other.weight', which is no parameter of the network")]
    [InlineData("\"F32\",\"shape\":[4,3]", "\"I32\",\"shape\":[4,3]",
        "has 'Hidden.0.weight' as I32; what can be read is F32, F64, F16, BF16")]
    [InlineData("[4,3]", "[3,4]", "has 'Hidden.0.weight' in shape [3, 4], but the network has it in [4, 3]")]
    [InlineData("[4,3]", "[12]", "in shape [12], but")]
    [InlineData("[4,3]", "[4,3,1]", "in shape [4, 3, 1], but")]
    [InlineData("[4,3]", "[4,-3]", "does not give 'Hidden.0.weight' a dtype, a shape and two data_offsets")]
    [InlineData("[4,3]", "[4,3.0]", "does not give")]
    [InlineData("[4,3]", "[4,\"3\"]", "does not give")]
    [InlineData("[4,3]", "[4,99999999999999999999]", "does not give")]
    [InlineData("\"shape\":[4,3]", "\"shape\":12", "does not give")]
    [InlineData("[0,48]", "[0,48,48]", "does not give")]
    [InlineData("[0,48]", "[0]", "does not give")]
    [InlineData("[0,48]", "[-48,0]", "does not give")]
    [InlineData("[0,48]", "[48,0]", "from byte 48 to 0, but its shape takes 48 bytes")]
    [InlineData("[0,48]", "[0,9223372036854775807]", "from byte 0 to 9223372036854775807, but its shape takes 48 bytes")]
    [InlineData("[0,48]", "[0,47]", "but its shape takes 48 bytes")]
    [InlineData("[0,48]", "[16,64]", "has 'Hidden.0.weight' from byte 16, but the tensor before it ends at 0")]
    [InlineData("[48,64]", "[44,60]", "has 'Hidden.0.bias' from byte 44, but the tensor before it ends at 48")]
    [InlineData("[48,64]", "[64,80]", "but the tensor before it ends at")]
    public void A_header_of_another_network_is_refused(string original, string changed, string reason) =>
        AssertRefused(reason, SafetensorsBytes.Of(Replaced(original, changed), Data));

    [Fact]
    public void A_header_that_is_longer_than_the_network_needs_is_refused_before_it_is_read()
    {
        byte[] file = SafetensorsBytes.Of("{" + string.Join(",", Enumerable.Range(0, 500_000).Select(i => $"\"{i}\":[[]]")) + "}", Data);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused($"claims a header of {file.Length - 8 - Data.Length} bytes, but that of 5 parameters has at most 1051538", file);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void Metadata_of_many_texts_is_read_over()
    {
        string metadata = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"\"key {i}\":\"a text of some length\""));
        Network network = SmallNetwork.CreateOther();
        Safetensors.Read(
            network, new MemoryStream(SafetensorsBytes.Of(SafetensorsBytes.Header("F32", 4, $"\"__metadata__\":{{{metadata}}},"), Data)));
        Assert.Equal(Data, SafetensorsBytes.Singles(network.Parameters.ToArray()));
    }

    [Fact]
    public void A_stream_that_does_not_end_is_refused()
    {
        AssertRefusedEndless(network => Safetensors.Read(network, new EndlessStream()));
        AssertRefusedEndless(network => Npz.Read(network, new EndlessStream()));

        static void AssertRefusedEndless(Action<Network> read) =>
            SmallNetwork.AssertRefused<InvalidDataException>("bytes, which is more than is read", read);
    }

    [Theory]
    [InlineData("\\u001b[2Jcleared", "\\u001b[2Jcleared")]
    [InlineData("a\\nb\\u202ec\\ue000", "a\\u000ab\\u202ec\\ue000")]
    [InlineData("\\udb80\\udc00\\u2028", "\\U000f0000\\u2028")]
    [InlineData("größe", "größe")]
    public void Messages_show_the_characters_of_a_file_that_a_terminal_would_obey(string name, string shown)
    {
        string reason = $"has '{shown}', which is no parameter of the network";
        AssertRefused(reason, SafetensorsBytes.Of(Replaced("{", $"{{\"{name}\":{{}},"), Data));
        AssertRefused("\\u001b", SafetensorsBytes.Of(Replaced("\"F32\"", "\"\\u001b\""), Data));
        AssertRefused("\\u001b", SafetensorsBytes.Of("{\"\\u001b\":1,\"\\u001b\":1}", Data));
    }

    [Fact]
    public void A_message_names_the_file()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("network.safetensors");
        File.WriteAllText(path, "nonsense");
        SmallNetwork.AssertRefused<InvalidDataException>($"'{path}' claims a header", network => Safetensors.Read(network, path));
        SmallNetwork.AssertRefused<FileNotFoundException>("", network => Safetensors.Read(network, directory.File("nothing")));
    }

    [Fact]
    public void Arguments_that_are_missing_are_refused()
    {
        Network network = SmallNetwork.CreateOther();
        Assert.Throws<ArgumentNullException>("network", () => Safetensors.Write<Network>(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("network", () => Safetensors.Read<Network>(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>("stream", () => Safetensors.Write(network, (Stream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => Safetensors.Read(network, (Stream)null!));
        Assert.Throws<ArgumentNullException>("path", () => Safetensors.Write(network, (string)null!));
        Assert.Throws<ArgumentNullException>("path", () => Safetensors.Read(network, (string)null!));
    }

    private static void AssertRefused(string reason, byte[] file) =>
        SmallNetwork.AssertRefused<InvalidDataException>(reason, network => Safetensors.Read(network, new MemoryStream(file)));

    private static string Entry(string name, string shape, int begin, int end) =>
        $"\"{name}\":{{\"dtype\":\"F32\",\"shape\":{shape},\"data_offsets\":[{begin},{end}]}}";

    /// <summary>A stream of zeros that cannot seek.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer)
        {
            buffer.Clear();
            return buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    private static string Replaced(string original, string changed)
    {
        int place = Header.IndexOf(original, StringComparison.Ordinal);
        Assert.NotEqual(-1, place);
        return new StringBuilder(Header).Remove(place, original.Length).Insert(place, changed).ToString();
    }
}
