using System;
using System.Text;

namespace InitGen.Runtime.Tests.Files;

/// <summary>Files of NumPy by hand.</summary>
internal static class NpyBytes
{
    /// <summary>A header of version 1.0 and what follows it.</summary>
    public static byte[] Of(string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length & 0xFF), (byte)(header.Length >> 8), .. Encoding.Latin1.GetBytes(header), .. data];

    /// <summary>A header of a later version, whose length takes four bytes and need not be its own.</summary>
    public static byte[] Of(byte version, uint length, string header, byte[] data) =>
        [0x93, .. "NUMPY"u8, version, 0, .. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(header), .. data];

    /// <summary>A header as NumPy writes it.</summary>
    public static string Header(string type, string shape, bool isFortranOrder = false)
    {
        string text = $"{{'descr': '{type}', 'fortran_order': {(isFortranOrder ? "True" : "False")}, 'shape': ({shape}), }}";
        return text.PadRight(((10 + text.Length + 1 + 63) / 64 * 64) - 11) + "\n";
    }
}
