using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;

namespace InitGen.Packages.Tests;

/// <summary>A package.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Files">Its files, by path, without those that every package has.</param>
internal sealed partial record Package(string Id, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>What describes it, without the commit, which is another each time.</summary>
    public string Manifest => Commit().Replace(Text(Id + ".nuspec"), "");

    /// <summary>The ids of all packages of a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Ids(string folder) =>
        [.. Directory.GetFiles(folder).Select(file => VersionAndExtension().Replace(Path.GetFileName(file), "")).Order(StringComparer.Ordinal)];

    /// <summary>Reads a package.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="id">Its id.</param>
    public static Package Read(string folder, string id)
    {
        string file = Assert.Single(Directory.GetFiles(folder), path => VersionAndExtension().Replace(Path.GetFileName(path), "") == id);
        using ZipArchive archive = ZipFile.OpenRead(file);
        return new Package(id, archive.Entries.Where(entry => !IsOfEveryPackage(entry.FullName)).ToDictionary(entry => entry.FullName, Bytes));
    }

    /// <summary>A file of it as text.</summary>
    /// <param name="path">The path of the file.</param>
    public string Text(string path)
    {
        using var reader = new StreamReader(new MemoryStream(Files[path]));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    // Parts of the Open Packaging Conventions.
    private static bool IsOfEveryPackage(string path) =>
        path is "_rels/.rels" or "[Content_Types].xml" || path.StartsWith("package/services/", StringComparison.Ordinal);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"\.\d+\.\d+\.\d+.*$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionAndExtension();

    [GeneratedRegex("""(?<=/initgen") commit="[0-9a-f]{40}"(?=\s)""", RegexOptions.CultureInvariant)]
    private static partial Regex Commit();
}
