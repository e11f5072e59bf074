using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

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
    /// <param name="longest">The longest that it can be where it is a pipe, whose end is not known before it comes.</param>
    public static FileReader Open(string path, long longest = long.MaxValue)
    {
        FileStream file = File.OpenRead(path);
        string name = $"'{path}'";
        if (file.CanSeek)
        {
            return new FileReader(file, name, isOwner: true);
        }

        using (file)
        {
            return Copy(file, name, longest);
        }
    }

    /// <summary>Reads from a stream, which stays open. Of one that cannot seek, the rest is read at once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="longest">The longest that the rest can be, where its end is not known before it comes.</param>
    public static FileReader Of(Stream stream, long longest = long.MaxValue)
    {
        const string Name = "the stream";
        ArgumentNullException.ThrowIfNull(stream);
        return stream.CanSeek ? new FileReader(stream, Name, isOwner: false) : Copy(stream, Name, longest);
    }

    /// <summary>What to throw because of the file's contents.</summary>
    /// <param name="reason">The rest of a sentence that starts with the file's name, without the full stop. Texts in it may be the
    /// file's.</param>
    /// <param name="inner">What it was found by.</param>
    public InvalidDataException Invalid(FormattableString reason, Exception? inner = null)
    {
        object?[] arguments = [.. reason.GetArguments().Select(static argument => argument is string text ? Visible(text) : argument)];
        string message = string.Format(CultureInfo.InvariantCulture, reason.Format, arguments);
        return new($"{char.ToUpperInvariant(_name[0])}{Visible(_name[1..])} {message}.", inner);
    }

    /// <summary>A part of the file, under a name of its own.</summary>
    /// <param name="contents">Its contents.</param>
    /// <param name="name">Its name.</param>
    public FileReader Part(byte[] contents, string name) =>
        new(new MemoryStream(contents), $"'{name}' in {_name}", isOwner: true);

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

    private static FileReader Copy(Stream stream, string name, long longest)
    {
        longest = Math.Min(longest, Array.MaxLength);
        var copy = new MemoryStream();
        var reader = new FileReader(copy, name, isOwner: true);
        byte[] buffer = new byte[1 << 16];
        for (int count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            if (copy.Length + count > longest)
            {
                throw reader.Invalid($"has more than {longest} bytes, which is more than is read");
            }

            copy.Write(buffer, 0, count);
        }

        copy.Position = 0;
        return reader;
    }

    /// <summary>A text as a terminal shows it, and does not obey it: what cannot be seen is written as in C#.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isVisible =
                Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            _ = isVisible ? visible.Append(rune)
                : rune.IsBmp ? visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}")
                : visible.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
        }

        return visible.ToString();
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
