using System;
using System.IO;

namespace InitGen.Tool.Tests;

/// <summary>A directory that is there for one test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("initgen-tests-");

    /// <summary>Its path.</summary>
    public string Path => _directory.FullName;

    /// <summary>The names of its files.</summary>
    public string[] Files => Array.ConvertAll(_directory.GetFiles(), file => file.Name);

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(_directory.FullName, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <inheritdoc/>
    public void Dispose() => _directory.Delete(recursive: true);
}
