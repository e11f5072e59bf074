using System;
using System.Globalization;
using System.IO;

namespace InitGen.Files;

/// <summary>Reads a file from where it stands to its end, whose distance is always known, so that no length that the file claims is
/// believed.</summary>
internal sealed class FileReader : IDisposable
{
    private readonly string _name;
    private readonly bool _isOwner;

    private FileReader(Stream stream, string name, bool isOwner)
    {
        _name = name;
        _isOwner = isOwner;
        Stream = stream;
    }

    /// <summary>The stream, which can seek.</summary>
    public Stream Stream { get; }

    /// <summary>The number of bytes until the end.</summary>
    public long Remaining => Stream.Length - Stream.Position;

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    public static FileReader Open(string path) => new(File.OpenRead(path), $"'{path}'", isOwner: true);

    /// <summary>Reads from a stream, which stays open. Of one that cannot seek, the rest is read at once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What messages call it.</param>
    public static FileReader Of(Stream stream, string name = "the stream")
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek)
        {
            return new FileReader(stream, name, isOwner: false);
        }

        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new FileReader(copy, name, isOwner: true);
    }

    /// <summary>What to throw because of the file's contents.</summary>
    /// <param name="reason">The rest of a sentence that starts with the file's name, without the full stop.</param>
    /// <param name="inner">What it was found by.</param>
    public InvalidDataException Invalid(FormattableString reason, Exception? inner = null) =>
        new($"{char.ToUpperInvariant(_name[0])}{_name[1..]} {reason.ToString(CultureInfo.InvariantCulture)}.", inner);

    /// <summary>A part of the file, under a name of its own.</summary>
    /// <param name="contents">Its contents.</param>
    /// <param name="name">Its name.</param>
    public FileReader Part(byte[] contents, string name) => Of(new MemoryStream(contents), $"'{name}' in {_name}");

    /// <summary>A text of the file as messages show it, which a file could make any length.</summary>
    /// <param name="text">The text.</param>
    public static string Shortened(string text)
    {
        const int Longest = 80;
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="count">How many; no more than remain.</param>
    /// <param name="what">What they are, for the message where they are not all there.</param>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public byte[] ReadBytes(long count, string what)
    {
        if (count > Remaining)
        {
            throw Invalid($"ends within its {what}: that takes {count} bytes, and {Remaining} are left");
        }

        byte[] bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>Reads numbers.</summary>
    /// <param name="type">Their type.</param>
    /// <param name="values">The numbers; written.</param>
    /// <exception cref="InvalidDataException">The file ends before, or a number is larger than any float.</exception>
    public void ReadValues(ElementType type, Span<float> values)
    {
        Span<byte> bytes = stackalloc byte[4096];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, bytes.Length / type.Size);
            Span<byte> chunk = bytes[..(count * type.Size)];
            Fill(chunk);
            try
            {
                type.Decode(chunk, values[..count]);
            }
            catch (OverflowException e)
            {
                throw Invalid($"holds a number that is larger than any float, {float.MaxValue:G6}", e);
            }

            values = values[count..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwner)
        {
            Stream.Dispose();
        }
    }

    private void Fill(Span<byte> bytes)
    {
        // Lengths are checked before: this happens to a file that somebody shortens meanwhile.
        if (Stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw Invalid($"ended while it was read");
        }
    }
}
