using System;
using System.Buffers.Binary;
using System.IO;
using System.Linq;
using System.Text;

namespace InitGen.Runtime.Tests.Files;

/// <summary>Safetensors files by hand.</summary>
internal static class SafetensorsBytes
{
    /// <summary>A header and what follows it.</summary>
    public static byte[] Of(string header, byte[] data) => Of((ulong)Encoding.UTF8.GetByteCount(header), header, data);

    /// <summary>A header of a length that need not be its own, and what follows it.</summary>
    public static byte[] Of(ulong length, string header, byte[] data)
    {
        var file = new MemoryStream();
        Span<byte> prefix = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, length);
        file.Write(prefix);
        file.Write(Encoding.UTF8.GetBytes(header));
        file.Write(data);
        return file.ToArray();
    }

    /// <summary>The header of <see cref="SmallNetwork"/>.</summary>
    public static string Header(string type, int size, string metadata = "")
    {
        int offset = 0;
        return $"{{{metadata}" + string.Join(",", SmallNetwork.Tensors.Select(tensor =>
        {
            int begin = offset;
            offset += tensor.Length * size;
            string shape = string.Join(",", tensor.Shape);
            return $"\"{tensor.Name}\":{{\"dtype\":\"{type}\",\"shape\":[{shape}],\"data_offsets\":[{begin},{offset}]}}";
        })) + "}";
    }

    /// <summary>Values as F32.</summary>
    public static byte[] Singles(params float[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
