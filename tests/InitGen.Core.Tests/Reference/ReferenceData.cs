using System;
using System.IO;

namespace InitGen.Tests.Reference;

/// <summary>The files of reference values.</summary>
internal static class ReferenceData
{
    /// <summary>The text of a file.</summary>
    public static string Read(string name)
    {
        using Stream stream = typeof(ReferenceData).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no reference file {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a table, the header first.</summary>
    public static string[] ReadLines(string name) =>
        Read(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
