using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace InitGen.Files;

/// <summary>The header of NumPy's format for one array (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html): a magic
/// text, the version, its length and a dictionary in Python's notation.</summary>
/// <param name="Type">The type of the numbers.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The shape.</param>
internal sealed partial record NpyHeader(ElementType Type, bool IsFortranOrder, IReadOnlyList<long> Shape)
{
    /// <summary>The longest that is read, with all that stands before it. NumPy's own limit is lower.</summary>
    public const int LongestLength = 1 << 16;

    private const int Alignment = 64;
    private const int PrefixLength = 10;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The header of an array of <see cref="ElementType.Single"/> in C's order.</summary>
    /// <param name="shape">The shape.</param>
    public static byte[] Bytes(IReadOnlyList<long> shape)
    {
        string sizes = string.Join(", ", shape) + (shape.Count == 1 ? "," : "");
        string text = $"{{'descr': '{ElementType.Single.NumpyName}', 'fortran_order': False, 'shape': ({sizes}), }}";
        int length = (PrefixLength + text.Length + 1 + Alignment - 1) / Alignment * Alignment;

        byte[] header = new byte[length];
        Magic.CopyTo(header);
        header[Magic.Length] = 1; // version 1.0
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(PrefixLength - sizeof(ushort)), (ushort)(length - PrefixLength));
        Encoding.ASCII.GetBytes(text.PadRight(length - PrefixLength - 1) + "\n", header.AsSpan(PrefixLength));
        return header;
    }

    /// <summary>Reads a header and checks that what follows it is as long as it says.</summary>
    /// <param name="file">The file, at its start; left at the first number.</param>
    /// <param name="withIntegers">Whether its numbers may be whole numbers.</param>
    /// <exception cref="InvalidDataException">Something is wrong with the file.</exception>
    public static NpyHeader Read(FileReader file, bool withIntegers = false)
    {
        byte[] prefix = file.ReadBytes(Magic.Length + 2, "header");
        if (!prefix.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw file.Invalid($"does not start as a file of NumPy does");
        }

        (byte major, byte minor) = (prefix[^2], prefix[^1]);
        long length = (major, minor) switch
        {
            (1, 0) => BinaryPrimitives.ReadUInt16LittleEndian(file.ReadBytes(sizeof(ushort), "header")),
            (2, 0) or (3, 0) => BinaryPrimitives.ReadUInt32LittleEndian(file.ReadBytes(sizeof(uint), "header")),
            _ => throw file.Invalid($"has version {major}.{minor} of NumPy's format; what can be read is 1.0, 2.0 and 3.0"),
        };
        if (length > LongestLength)
        {
            throw file.Invalid($"claims a header of {length} bytes, but at most {LongestLength} are read");
        }

        NpyHeader header = Parse(Encoding.Latin1.GetString(file.ReadBytes(length, "header")), file, withIntegers);
        Int128 size = header.Type.Size;
        foreach (long extent in header.Shape)
        {
            size = extent == 0 ? 0 : size > file.Remaining ? size : size * extent; // never beyond 128 bits
        }

        if (size == file.Remaining)
        {
            return header;
        }

        string shape = FileReader.Shortened(string.Join(", ", header.Shape));
        throw file.Invalid($"has {file.Remaining} bytes of numbers, which is not what its shape [{shape}] takes");
    }

    private static NpyHeader Parse(string text, FileReader file, bool withIntegers)
    {
        Match match = Dictionary().Match(text);
        if (!match.Success
            || match.Groups["descr"].Captures is not [Capture descr]
            || match.Groups["order"].Captures is not [Capture order]
            || match.Groups["shape"].Captures is not [Capture shape]
            || Extents(shape.Value) is not { } extents)
        {
            throw file.Invalid(
                $"has a header that does not give one 'descr', one 'fortran_order' and one 'shape': {FileReader.Shortened(text.Trim())}");
        }

        IEnumerable<ElementType> types = ElementType.OfNumpy(withIntegers);
        if (types.FirstOrDefault(type => type.NumpyName == descr.Value) is not { } type)
        {
            string names = string.Join(", ", types.Select(type => type.NumpyName));
            throw file.Invalid($"holds numbers of type '{FileReader.Shortened(descr.Value)}'; what can be read is {names}");
        }

        return new NpyHeader(type, order.Value == "True", extents);
    }

    private static long[]? Extents(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts[^1].Length == 0)
        {
            parts = parts[..^1];
        }

        long[] extents = new long[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!long.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out extents[i]))
            {
                return null;
            }
        }

        return extents;
    }

    // The keys may come in any order. Nothing is tried twice (?>), so that a long header takes no longer than its length.
    [GeneratedRegex(
        """
        ^\s*\{
        (?>
            \s* (?: ['"]descr['"] \s*:\s* ['"](?<descr>[^'"]*)['"]
                  | ['"]fortran_order['"] \s*:\s* (?<order>True|False)
                  | ['"]shape['"] \s*:\s* \((?<shape>[^)]*)\) )
            \s* (?: , | (?=\}) )
        )*
        \s*\}\s*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Dictionary();
}
