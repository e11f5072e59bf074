using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.RegularExpressions;
using InitGen.Testing.Snapshots;

namespace InitGen.Packages.Tests;

/// <summary>A package that was made by <c>dotnet pack -c Release -o artifacts/packages</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Files">Its files, by path, without those that every package has.</param>
internal sealed partial record Package(string Id, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>Where packages are made.</summary>
    public const string Folder = "artifacts/packages";

    /// <summary>Where they are made a second time, from a copy of the sources in another folder: tests/PackageConsumer/pack-again.sh.</summary>
    public const string SecondFolder = "artifacts/packages-again";

    /// <summary>What describes it, without the commit, which is another each time.</summary>
    public string Manifest => Commit().Replace(Text(Id + ".nuspec"), "");

    /// <summary>The ids of all packages of a folder. Where there is none, the test is skipped, or fails where INITGEN_REQUIRE_PACKAGES is
    /// 1.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Ids(string folder)
    {
        string path = RepositoryRoot.Combine(folder);
        if (Environment.GetEnvironmentVariable("INITGEN_REQUIRE_PACKAGES") != "1")
        {
            Assert.SkipUnless(Directory.Exists(path), $"There are no packages in {folder}; CONTRIBUTING.md says how they are made.");
        }

        return [.. Directory.GetFiles(path).Select(file => VersionAndExtension().Replace(Path.GetFileName(file), "")).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads a package.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="id">Its id.</param>
    public static Package Read(string folder, string id)
    {
        Assert.Contains(id, Ids(folder));
        string file = Directory.GetFiles(RepositoryRoot.Combine(folder)).Single(
            path => VersionAndExtension().Replace(Path.GetFileName(path), "") == id);
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
