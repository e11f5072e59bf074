using System;
using System.IO;

namespace InitGen.Files;

/// <summary>Writes a file as a whole or not at all: into a temporary file beside it, which takes its place, and its mode, when all is
/// written. Whatever happens before, an earlier file stays as it is. Links are followed; what is no regular file (a pipe, a terminal,
/// /dev/null) has no place to be taken, and is written to.</summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;
    private bool _isTemporary;

    /// <summary>Begins to write a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="IOException">It cannot be written, for one because its folder is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written: it is a folder, or read-only, or in a folder that
    /// is.</exception>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        FileStream? earlier = TryOpen(_path);
        if (earlier is not null && !IsRegular(earlier))
        {
            _stream = earlier;
            return;
        }

        if (Path.EndsInDirectorySeparator(_path))
        {
            throw new IOException($"'{path}' is the path of a folder; that of a file ends with its name.");
        }

        using (earlier)
        {
            _path = Follow(_path);
            _stream = Create(Path.Combine(Path.GetDirectoryName(_path)!, Path.GetRandomFileName() + ".tmp"), earlier);
            _isTemporary = true;
        }
    }

    /// <summary>What is written to.</summary>
    public Stream Stream => _stream;

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        if (_isTemporary)
        {
            File.Move(_stream.Name, _path, overwrite: true);
            _isTemporary = false;
        }
    }

    /// <summary>Removes what is not in its place.</summary>
    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is to go anyway, all the more where the disk is full.
        }

        if (_isTemporary)
        {
            File.Delete(_stream.Name);
        }
    }

    /// <summary>Opens a file that is there, which also asks whether it may be written.</summary>
    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsRegular(FileStream file)
    {
        if (!file.CanSeek || file.Length > 0)
        {
            return file.CanSeek;
        }

        try
        {
            file.SetLength(0); // an empty file has a length to set, a device has none
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return false;
        }
    }

    private static FileStream Create(string path, FileStream? earlier)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (earlier is null || OperatingSystem.IsWindows())
        {
            return new FileStream(path, options);
        }

        UnixFileMode mode = File.GetUnixFileMode(earlier.SafeFileHandle);
        options.UnixCreateMode = mode; // from the start, so that nobody reads it who may not
        var file = new FileStream(path, options);
        File.SetUnixFileMode(file.SafeFileHandle, mode); // with what the process takes off all files that it creates
        return file;
    }

    /// <summary>Where a path leads through links, also through those that lead to a file that is not there yet. The system has followed
    /// them before, so that they come to an end.</summary>
    private static string Follow(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        string folder = Follow(parent);
        string name = Path.GetFileName(path);
        if (name is "" or ".")
        {
            return folder;
        }

        if (name == "..")
        {
            return Path.GetDirectoryName(folder) ?? folder; // of where the links led, not of their own place
        }

        string here = Path.Combine(folder, name);
        return new FileInfo(here).LinkTarget is { } target ? Follow(Path.Combine(folder, target)) : here;
    }
}
