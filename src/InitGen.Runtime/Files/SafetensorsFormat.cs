using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace InitGen.Files;

/// <summary>Safetensors files (https://github.com/huggingface/safetensors): eight bytes with the length of a header, then the header, JSON
/// that tells the type, the shape and the place of each tensor, then the tensors without gaps.</summary>
internal readonly struct SafetensorsFormat : INetworkFormat
{
    // The longest header that the format allows.
    private const int LongestLengthOfAny = 100_000_000;

    // Room for what others write besides: metadata, blanks. Parsing takes some forty times as much memory.
    private const int RoomInHeader = 1 << 20;

    // An entry without its name: three keys, a type, a shape of two and two offsets, of up to 19 digits each, and blanks.
    private const int LongestEntry = 512;

    private const string Metadata = "__metadata__";
    private const string DType = "dtype";
    private const string Shape = "shape";
    private const string DataOffsets = "data_offsets";

    // So that the tensors start at a multiple of it, which the format asks for.
    private const int Alignment = 8;

    /// <summary>The place of a tensor in a file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Parameter">The parameter that it holds; null for one that is passed over.</param>
    /// <param name="Type">The type of its numbers; of one that is passed over, any.</param>
    /// <param name="Begin">Its first byte, counted from the end of the header.</param>
    /// <param name="End">The byte after its last.</param>
    internal sealed record StoredTensor(string Name, ParameterTensor? Parameter, ElementType Type, long Begin, long End);

    public static void Write(Stream stream, IReadOnlyList<ParameterTensor> tensors, ReadOnlySpan<float> parameters)
    {
        WriteHeader(stream, tensors);
        ElementType.Write(stream, parameters);
    }

    public static void Read(FileReader file, IReadOnlyList<ParameterTensor> tensors, Span<float> parameters)
    {
        foreach (StoredTensor tensor in ReadHeader(file, tensors))
        {
            if (tensor.Parameter is { } parameter)
            {
                file.ReadValues(tensor.Type, parameters.Slice(parameter.Offset, parameter.Length));
            }
            else
            {
                file.ReadBytes(tensor.End - tensor.Begin, tensor.Name);
            }
        }
    }

    public static long LongestLength(IReadOnlyList<ParameterTensor> tensors) =>
        sizeof(ulong) + LongestHeader(tensors) + tensors.Sum(static tensor => ((long)tensor.Length * sizeof(double)) + sizeof(long));

    /// <summary>The longest header that parameters need, even where each character of a name is written as \u0000.</summary>
    private static long LongestHeader(IReadOnlyList<ParameterTensor> tensors) =>
        Math.Min(LongestLengthOfAny, RoomInHeader + tensors.Sum(static tensor => LongestEntry + (6L * tensor.Name.Length)));

    /// <summary>Writes the header of parameters that follow in their order, as <see cref="ElementType.Single"/>.</summary>
    private static void WriteHeader(Stream stream, IReadOnlyList<ParameterTensor> tensors)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteStartObject(Metadata);
            writer.WriteString("format", "pt"); // what tools of PyTorch's world look for
            writer.WriteEndObject();
            foreach (ParameterTensor tensor in tensors)
            {
                writer.WriteStartObject(tensor.Name);
                writer.WriteString(DType, ElementType.Single.SafetensorsName);
                WriteNumbers(writer, Shape, tensor.Shape);
                long begin = (long)tensor.Offset * ElementType.Single.Size;
                WriteNumbers(writer, DataOffsets, [begin, begin + ((long)tensor.Length * ElementType.Single.Size)]);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        int padding = (Alignment - (json.WrittenCount % Alignment)) % Alignment;
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)(json.WrittenCount + padding));
        stream.Write(length);
        stream.Write(json.WrittenSpan);
        stream.Write("       "u8[..padding]);
    }

    /// <summary>Reads a header and checks all that it says.</summary>
    /// <returns>Where the tensors are, in the order in which they follow each other.</returns>
    private static List<StoredTensor> ReadHeader(FileReader file, IReadOnlyList<ParameterTensor> tensors)
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file.ReadBytes(sizeof(ulong), "header's length"));
        long longest = LongestHeader(tensors);
        if (length > (ulong)longest)
        {
            throw file.Invalid($"claims a header of {length} bytes, but that of {tensors.Count} parameters has at most {longest}");
        }

        byte[] json = file.ReadBytes((long)length, "header");
        List<StoredTensor> stored;
        try
        {
            stored = Parse(json, file, tensors);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Invalid operation: a text that is no Unicode.
            throw file.Invalid($"has a header that is no proper JSON ({e.Message.TrimEnd('.')})", e);
        }

        stored.Sort(static (one, other) => one.Begin.CompareTo(other.Begin));
        RequireNoGaps(file, stored);
        return stored;
    }

    private static List<StoredTensor> Parse(byte[] json, FileReader file, IReadOnlyList<ParameterTensor> tensors)
    {
        if (json is not [(byte)'{', ..])
        {
            throw file.Invalid($"has a header that does not start with '{{', as safetensors files do");
        }

        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var entries = new Dictionary<string, JsonElement>();
        foreach (JsonProperty entry in document.RootElement.EnumerateObject())
        {
            if (entry.Name != Metadata)
            {
                entries.Add(entry.Name, entry.Value);
            }
            else if (entry.Value.ValueKind != JsonValueKind.Object
                || entry.Value.EnumerateObject().Any(static item => item.Value.ValueKind != JsonValueKind.String))
            {
                throw file.Invalid($"has a header whose {Metadata} is no map of texts");
            }
        }

        ParameterTensor.RequireNames(tensors, entries.Keys, file);
        return
        [
            .. tensors.Select(tensor => Parse(entries[tensor.Name], file, tensor)),
            .. entries.Where(entry => ParameterTensor.IsBatchCount(entry.Key, tensors)).Select(entry => ParseCount(entry.Key, entry.Value, file)),
        ];
    }

    // One integer of eight bytes.
    private static StoredTensor ParseCount(string name, JsonElement entry, FileReader file) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(DataOffsets, out JsonElement offsets)
        && Numbers(offsets) is [long begin, long end] && end - begin == sizeof(long)
            ? new StoredTensor(name, null, ElementType.Single, begin, end)
            : throw file.Invalid($"has a header that does not give '{name}' two {DataOffsets} of one integer");

    private static StoredTensor Parse(JsonElement entry, FileReader file, ParameterTensor tensor)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty(DType, out JsonElement type) || type.ValueKind != JsonValueKind.String
            || !entry.TryGetProperty(Shape, out JsonElement shape) || Numbers(shape) is not { } sizes
            || !entry.TryGetProperty(DataOffsets, out JsonElement offsets) || Numbers(offsets) is not [long begin, long end])
        {
            throw file.Invalid($"has a header that does not give '{tensor.Name}' a {DType}, a {Shape} and two {DataOffsets}");
        }

        string typeName = type.GetString()!;
        if (ElementType.OfSafetensors(typeName) is not { } elementType)
        {
            string names = string.Join(", ", ElementType.SafetensorsNames);
            throw file.Invalid($"has '{tensor.Name}' as {FileReader.Shortened(typeName)}; what can be read is {names}");
        }

        tensor.RequireShape(sizes, file);
        long size = (long)tensor.Length * elementType.Size;
        return end - begin == size
            ? new StoredTensor(tensor.Name, tensor, elementType, begin, end)
            : throw file.Invalid($"has '{tensor.Name}' from byte {begin} to {end}, but its shape takes {size} bytes");
    }

    /// <summary>Integers that are not negative; null where there is anything else.</summary>
    private static long[]? Numbers(JsonElement array)
    {
        if (array.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        long[] numbers = new long[array.GetArrayLength()];
        int count = 0;
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long number) || number < 0)
            {
                return null;
            }

            numbers[count++] = number;
        }

        return numbers;
    }

    private static void RequireNoGaps(FileReader file, List<StoredTensor> stored)
    {
        long end = 0;
        foreach (StoredTensor tensor in stored)
        {
            if (tensor.Begin != end)
            {
                throw file.Invalid($"has '{tensor.Name}' from byte {tensor.Begin}, but the tensor before it ends at {end}");
            }

            end = tensor.End;
        }

        if (end != file.Remaining)
        {
            throw file.Invalid($"has {file.Remaining} bytes after its header, but its tensors take {end}");
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (long number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }
}
