using System;
using System.IO;
using System.Linq;
using InitGen.Files;

namespace InitGen.Runtime.Tests.Files;

public class FileReaderTests
{
    [Theory]
    [InlineData(80, "")]
    [InlineData(81, "…")]
    public void A_text_of_more_than_80_characters_is_shortened(int length, string end)
    {
        string shortened = FileReader.Shortened(new string('x', length));
        Assert.Equal(new string('x', 80) + end, shortened);
    }

    [Fact]
    public void A_message_starts_with_what_was_read_and_keeps_what_it_was_found_by()
    {
        using FileReader stream = FileReader.Of(Stream.Null);
        var cause = new OverflowException();
        InvalidDataException error = stream.Invalid($"holds {1.5}", cause);
        Assert.Equal("The stream holds 1.5.", error.Message);
        Assert.Same(cause, error.InnerException);

        using FileReader part = stream.Part([], "Hidden.weight");
        Assert.Equal("'Hidden.weight' in the stream is empty.", part.Invalid($"is empty").Message);
    }

    [Fact]
    public void What_it_opened_it_closes_and_nothing_else()
    {
        using TemporaryDirectory directory = new();
        File.WriteAllText(directory.File("numbers"), "12345");
        FileReader opened = FileReader.Open(directory.File("numbers"));
        opened.Dispose();
        Assert.False(opened.Stream.CanRead);

        var stream = new MemoryStream([1, 2, 3]);
        FileReader.Of(stream).Dispose();
        Assert.True(stream.CanRead);

        FileReader copy = FileReader.Of(new OneWayStream([1, 2, 3]));
        Assert.Equal(3, copy.Remaining);
        copy.Dispose();
        Assert.False(copy.Stream.CanRead);
    }

    [Theory]
    [InlineData("<f8", sizeof(double))]
    [InlineData("<f4", sizeof(float))]
    [InlineData("<f2", sizeof(ushort))]
    public void Numbers_that_take_several_buffers_are_read(string name, int size)
    {
        float[] values = [.. Enumerable.Range(0, 2048).Select(static i => (float)i), 0.5f];
        byte[] bytes = [.. values.SelectMany(value => size switch
        {
            sizeof(double) => BitConverter.GetBytes((double)value),
            sizeof(float) => BitConverter.GetBytes(value),
            _ => BitConverter.GetBytes((Half)value),
        })];
        float[] read = new float[values.Length];
        using FileReader file = FileReader.Of(new MemoryStream([.. bytes, 9]));
        file.ReadValues(OfNumpy(name), read);
        Assert.Equal(values, read);
        Assert.Equal(1, file.Remaining);
    }

    [Fact]
    public void A_number_that_is_larger_than_any_float_is_refused()
    {
        using FileReader file = FileReader.Of(new MemoryStream(BitConverter.GetBytes(1e39)));
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => file.ReadValues(OfNumpy("<f8"), new float[1]));
        Assert.Equal("The stream holds a number that is larger than any float, 3.40282E+38.", error.Message);
        Assert.IsType<OverflowException>(error.InnerException);
    }

    [Fact]
    public void A_file_that_is_shortened_meanwhile_is_refused()
    {
        using FileReader file = FileReader.Of(new ShortenedStream([1, 2, 3]));
        Assert.Equal(
            "The stream ended while it was read.",
            Assert.Throws<InvalidDataException>(() => file.ReadBytes(4, "header")).Message);
    }

    private static ElementType OfNumpy(string name) => ElementType.OfNumpy(withIntegers: false).Single(type => type.NumpyName == name);

    /// <summary>A stream that had one byte more when its length was asked for.</summary>
    private sealed class ShortenedStream(byte[] contents) : MemoryStream(contents)
    {
        public override long Length => base.Length + 1;
    }
}
