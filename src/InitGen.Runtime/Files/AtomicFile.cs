using System;
using System.IO;

namespace InitGen.Files;

/// <summary>Writes a file as a whole or not at all: into a temporary file beside it, which takes its place when all is written. Whatever
/// happens before, an earlier file stays as it is.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Begins to write a file.</summary>
    /// <param name="path">Its path.</param>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        _file = new FileStream($"{_path}.{Path.GetRandomFileName()}.tmp", FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>What is written to.</summary>
    public Stream Stream => _file;

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_file.Name, _path, overwrite: true);
    }

    /// <summary>Removes what is not in its place.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }
}
