using System;
using System.IO;
using System.Text;
using InitGen.Files;

namespace InitGen.Reporting;

/// <summary>Files of text that are there whole or not at all.</summary>
internal static class TextFile
{
    /// <summary>Writes a file. Where writing fails, what was there stays as it was.</summary>
    /// <param name="path">The path of the file; one that is there is replaced.</param>
    /// <param name="write">Writes its text, which is UTF-8.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new AtomicFile(path);
        using (var writer = new StreamWriter(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        {
            writer.NewLine = "\n";
            write(writer);
        }

        file.Commit();
    }
}
