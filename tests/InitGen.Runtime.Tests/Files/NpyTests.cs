using System;
using System.IO;
using System.Linq;
using InitGen.Files;

namespace InitGen.Runtime.Tests.Files;

public class NpyTests
{
    private static readonly float[] Values = [1, 2, 3, 4.5f, -5, 6];
    private static readonly byte[] Data = SafetensorsBytes.Singles(Values);

    [Fact]
    public void A_file_is_what_NumPy_writes()
    {
        var stream = new MemoryStream();
        Npy.Write(Values, 2, 3, stream);
        Assert.Equal(NpyBytes.Of(NpyBytes.Header("<f4", "2, 3"), Data), stream.ToArray());
        Assert.Equal(0, (stream.Length - Data.Length) % 64);
    }

    // Up to 33 sizes of 1 to 4 digits give headers of every length, those that end just where a block of 64 bytes does among them.
    [Fact]
    public void A_header_of_any_length_is_what_NumPy_writes()
    {
        for (int step = 1; step < 130; step++)
        {
            long[] shape = [.. Enumerable.Repeat(1L, step / 4), (long)Math.Pow(10, step % 4)];
            string sizes = string.Join(", ", shape) + (shape.Length == 1 ? "," : "");
            Assert.Equal(NpyBytes.Of(NpyBytes.Header("<f4", sizes), []), NpyHeader.Bytes(shape));
        }
    }

    [Fact]
    public void A_matrix_comes_back()
    {
        using TemporaryDirectory directory = new();
        Npy.Write(Values, 2, 3, directory.File("matrix.npy"));
        (float[] values, int rows, int columns) = Npy.Read(directory.File("matrix.npy"));
        Assert.Equal(Values, values);
        Assert.Equal((2, 3), (rows, columns));
    }

    [Fact]
    public void A_matrix_that_takes_several_buffers_comes_back()
    {
        float[] values = [.. Enumerable.Range(0, 3001).Select(static i => i / 4f)];
        var stream = new MemoryStream();
        Npy.Write(values, 1, 3001, stream);
        stream.Position = 0;
        Assert.Equal(values, Npy.Read(stream).Values);
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        byte[] file = NpyBytes.Of(NpyBytes.Header("<f4", "3, 2"), Data);
        var stream = new MemoryStream([9, .. file]) { Position = 1 };
        Assert.Equal(Values, Npy.Read(stream).Values);
        Assert.Equal((3, 2), (Npy.Read(new OneWayStream(file)).Rows, Npy.Read(new OneWayStream(file)).Columns));
    }

    [Fact]
    public void Fortran_order_is_read_by_rows()
    {
        (float[] values, int rows, int columns) =
            Npy.Read(new MemoryStream(NpyBytes.Of(NpyBytes.Header("<f4", "2, 3", isFortranOrder: true), Data)));
        Assert.Equal([1, 3, -5, 2, 4.5f, 6], values);
        Assert.Equal((2, 3), (rows, columns));
    }

    [Theory]
    [InlineData("<f8", 8)]
    [InlineData("<f2", 2)]
    public void Other_floating_point_types_are_read_as_single_precision(string type, int size)
    {
        byte[] data =
            [.. Values.SelectMany(value => size == 8 ? BitConverter.GetBytes((double)value) : BitConverter.GetBytes((Half)value))];
        Assert.Equal(Values, Npy.Read(new MemoryStream(NpyBytes.Of(NpyBytes.Header(type, "2, 3"), data))).Values);
    }

    public static TheoryData<string, byte[], float[]> Integers => new()
    {
        { "|b1", [0, 1], [0, 1] },
        { "|u1", [7, 255], [7, 255] },
        { "|i1", [7, 128], [7, -128] },
        { "<u2", [0, 1, 255, 255], [256, 65535] },
        { "<i2", [0, 1, 0, 128], [256, -32768] },
        { "<u4", [1, 0, 0, 0, 255, 255, 255, 255], [1, 4294967296] },
        { "<i4", [1, 0, 0, 0, 254, 255, 255, 255], [1, -2] },
        { "<u8", [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128], [3, 9223372036854775808] },
        { "<i8", [3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128], [3, -9223372036854775808] },
    };

    [Theory]
    [MemberData(nameof(Integers))]
    public void Whole_numbers_are_read_as_the_nearest_float(string type, byte[] data, float[] expected) =>
        Assert.Equal(expected, Npy.Read(new MemoryStream(NpyBytes.Of(NpyBytes.Header(type, "1, 2"), data))).Values);

    [Theory]
    [InlineData("6,", 1, 6)]
    [InlineData("6,", 1, 6, true)]
    [InlineData("0, 6", 0, 6)]
    [InlineData("2147483647, 0", int.MaxValue, 0)]
    [InlineData("0, 2147483647", 0, int.MaxValue, true)]
    public void A_vector_is_one_row_and_a_matrix_may_be_empty(string shape, int rows, int columns, bool isFortranOrder = false)
    {
        byte[] file = NpyBytes.Of(NpyBytes.Header("<f4", shape, isFortranOrder), rows == 1 ? Data : []);
        (float[] values, int readRows, int readColumns) = Npy.Read(new MemoryStream(file));
        Assert.Equal(rows * columns, values.Length);
        Assert.Equal((rows, columns), (readRows, readColumns));
    }

    [Theory]
    [InlineData("{'shape': (2, 3), 'fortran_order': False, 'descr': '<f4'}")]
    [InlineData("{\"descr\":\"<f4\",\"fortran_order\":False,\"shape\":(2,3)}\n")]
    [InlineData(" {'descr' : '<f4' , 'fortran_order' : False , 'shape' : ( 2 , 3 , ) , } ")]
    public void A_header_may_be_written_in_any_way_that_Python_reads(string header) =>
        Assert.Equal(Values, Npy.Read(new MemoryStream(NpyBytes.Of(header, Data))).Values);

    [Fact]
    public void All_versions_are_read()
    {
        string header = NpyBytes.Header("<f4", "2, 3");
        Assert.Equal(Values, Npy.Read(new MemoryStream(NpyBytes.Of(2, (uint)header.Length, header, Data))).Values);
        Assert.Equal(Values, Npy.Read(new MemoryStream(NpyBytes.Of(3, (uint)header.Length, header, Data))).Values);
        AssertRefused("has version 4.0 of NumPy's format", NpyBytes.Of(4, (uint)header.Length, header, Data));
        AssertRefused("claims a header of 4294967295 bytes", NpyBytes.Of(2, uint.MaxValue, header, Data));
        AssertRefused("ends within its header: that takes 65536 bytes", NpyBytes.Of(2, 65536, header, Data));
        AssertRefused("claims a header of 65537 bytes, but at most 65536 are read", NpyBytes.Of(2, 65537, header, Data));
        AssertRefused("ends within its header: that takes 2 bytes, and 1 are left", NpyBytes.Of(header, [])[..9]);
        AssertRefused("ends within its header: that takes 4 bytes, and 3 are left", NpyBytes.Of(2, 0, header, [])[..11]);
        byte[] later = NpyBytes.Of(2, (uint)header.Length, header, Data);
        later[7] = 1;
        AssertRefused("The stream has version 2.1 of NumPy's format; what can be read is 1.0, 2.0 and 3.0.", later);
    }

    [Fact]
    public void What_is_no_file_of_NumPy_is_refused()
    {
        AssertRefused("ends within its header: that takes 8 bytes, and 0 are left", []);
        AssertRefused("does not start as a file of NumPy does", [.. "PK\u0003\u0004 and so on"u8]);
        AssertRefused(
            "has 23 bytes of numbers, which is not what its shape [2, 3] takes", NpyBytes.Of(NpyBytes.Header("<f4", "2, 3"), Data[1..]));
        AssertRefused(
            "holds a matrix of 2147483648 x 0, but an array has at most 2147483591 elements",
            NpyBytes.Of(NpyBytes.Header("<f4", "2147483648, 0"), []));
        AssertRefused("holds a matrix of 0 x 9223372036854775807", NpyBytes.Of(NpyBytes.Header("<f4", "0, 9223372036854775807"), []));
        // 4 · 2⁶² · 2⁶² · 4 bytes are 0 to 128 bits.
        AssertRefused("has 0 bytes of numbers", NpyBytes.Of(NpyBytes.Header("<f4", "4611686018427387904, 4611686018427387904, 4"), []));
        AssertRefused("has 25 bytes of numbers", NpyBytes.Of(NpyBytes.Header("<f4", "2, 3"), [.. Data, 0]));
    }

    [Theory]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (2, 3), }", "numbers of type '>f4'; what can be read is <f4, <f8, <f2")]
    [InlineData("{'descr': '<c8', 'fortran_order': False, 'shape': (2, 3), }", "numbers of type '<c8'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (), }", "is not what its shape [] takes")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (6, 2), }",
        "has 24 bytes of numbers, which is not what its shape [6, 2] takes")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3), }", "an array of 3 dimensions, but a matrix has two")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-2, -3), }",
        "does not give one 'descr', one 'fortran_order' and one 'shape'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, , 3), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 99999999999999999999), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }", "is not what its shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (0, 9223372036854775807), }", "is not what its shape")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (2, 3), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", "does not give one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'shape': (3, 2), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'fortran_order': True, 'shape': (2, 3), }", "does not give one")]
    [InlineData("{'fortran_order': False, 'shape': (2, 3), }", "does not give one")]
    [InlineData("{'descr': '<f4', 'shape': (2, 3), }", "does not give one")]
    [InlineData("  {'descr': '<f4', }  ", "and one 'shape': {'descr': '<f4', }.")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), 'more': 1, }", "does not give one")]
    [InlineData("{'descr': '<f4' 'fortran_order': False, 'shape': (2, 3), }", "does not give one")]
    [InlineData("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2, 3), }", "does not give one")]
    [InlineData("", "does not give one")]
    public void A_header_that_gives_no_matrix_of_floats_is_refused(string header, string reason) =>
        AssertRefused(reason, NpyBytes.Of(header, Data));

    [Fact]
    public void Arguments_that_do_not_fit_are_refused_before_anything_is_written()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("matrix.npy");
        Assert.Contains(
            "values holds 6 values, but 2 rows of 2 columns are 4.",
            Assert.Throws<ArgumentException>("values", () => Npy.Write(Values, 2, 2, path)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("rows", () => Npy.Write(Values, -2, -3, path));
        Assert.Throws<ArgumentOutOfRangeException>("columns", () => Npy.Write(Values, 1, 0, Stream.Null));
        Assert.Throws<ArgumentNullException>("stream", () => Npy.Write(Values, 2, 3, (Stream)null!));
        Assert.Throws<ArgumentNullException>("stream", () => Npy.Read((Stream)null!));
        Assert.Throws<ArgumentNullException>("path", () => Npy.Write(Values, 2, 3, (string)null!));
        Assert.Throws<ArgumentNullException>("path", () => Npy.Read((string)null!));
        Assert.Empty(Directory.GetFiles(directory.Path));
    }

    private static void AssertRefused(string reason, byte[] file)
    {
        string message = Assert.Throws<InvalidDataException>(() => Npy.Read(new MemoryStream(file))).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }
}
