using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace InitGen.Files;

/// <summary>A type of numbers in files that can be read as float, little-endian.</summary>
internal sealed class ElementType
{
    /// <summary>IEEE 754 single precision: the type that is written.</summary>
    public static readonly ElementType Single = new("F32", "<f4", sizeof(float), BinaryPrimitives.ReadSingleLittleEndian);

    private static readonly ElementType[] All =
    [
        Single,
        new("F64", "<f8", sizeof(double), static bytes => Narrow(BinaryPrimitives.ReadDoubleLittleEndian(bytes))),
        new("F16", "<f2", sizeof(ushort), static bytes => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes)),
        new(
            "BF16",
            null,
            sizeof(ushort),
            static bytes => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16)),
    ];

    // What inputs may be; weights that are whole numbers are something else than weights.
    private static readonly ElementType[] Integers =
    [
        new(null, "|b1", sizeof(bool), static bytes => bytes[0]),
        new(null, "|u1", sizeof(byte), static bytes => bytes[0]),
        new(null, "|i1", sizeof(sbyte), static bytes => (sbyte)bytes[0]),
        new(null, "<u2", sizeof(ushort), static bytes => BinaryPrimitives.ReadUInt16LittleEndian(bytes)),
        new(null, "<i2", sizeof(short), static bytes => BinaryPrimitives.ReadInt16LittleEndian(bytes)),
        new(null, "<u4", sizeof(uint), static bytes => BinaryPrimitives.ReadUInt32LittleEndian(bytes)),
        new(null, "<i4", sizeof(int), static bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
        new(null, "<u8", sizeof(ulong), static bytes => BinaryPrimitives.ReadUInt64LittleEndian(bytes)),
        new(null, "<i8", sizeof(long), static bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)),
    ];

    private readonly Func<ReadOnlySpan<byte>, float> _read;

    private ElementType(string? safetensorsName, string? numpyName, int size, Func<ReadOnlySpan<byte>, float> read)
    {
        SafetensorsName = safetensorsName;
        NumpyName = numpyName;
        Size = size;
        _read = read;
    }

    /// <summary>Its name in safetensors files; null for a type that is not read from them.</summary>
    public string? SafetensorsName { get; }

    /// <summary>Its name in NumPy's files; null for a type that NumPy does not know.</summary>
    public string? NumpyName { get; }

    /// <summary>The size of a number in bytes.</summary>
    public int Size { get; }

    /// <summary>The names of all types in safetensors files, to say what can be read.</summary>
    public static IEnumerable<string> SafetensorsNames => All.Select(type => type.SafetensorsName).OfType<string>();

    /// <summary>The type of a name in safetensors files; null, if it cannot be read.</summary>
    /// <param name="name">The name.</param>
    public static ElementType? OfSafetensors(string name) => All.FirstOrDefault(type => type.SafetensorsName == name);

    /// <summary>The types that NumPy's files may have.</summary>
    /// <param name="withIntegers">Whether whole numbers are read too, as the nearest float.</param>
    public static IEnumerable<ElementType> OfNumpy(bool withIntegers) =>
        All.Where(type => type.NumpyName is not null).Concat(withIntegers ? Integers : []);

    /// <summary>Reads numbers as float.</summary>
    /// <param name="bytes">As many bytes as the values need.</param>
    /// <param name="values">The numbers; written.</param>
    /// <exception cref="OverflowException">A number is larger than any float.</exception>
    public void Decode(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _read(bytes.Slice(i * Size, Size));
        }
    }

    /// <summary>Writes values in <see cref="Single"/>.</summary>
    /// <param name="stream">What is written to.</param>
    /// <param name="values">The values.</param>
    public static void Write(Stream stream, ReadOnlySpan<float> values)
    {
        Span<byte> bytes = stackalloc byte[4096];
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, bytes.Length / sizeof(float));
            for (int i = 0; i < count; i++)
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
            }

            stream.Write(bytes[..(count * sizeof(float))]);
            values = values[count..];
        }
    }

    private static float Narrow(double value)
    {
        float narrow = (float)value;
        return float.IsInfinity(narrow) && double.IsFinite(value) ? throw new OverflowException() : narrow;
    }
}
