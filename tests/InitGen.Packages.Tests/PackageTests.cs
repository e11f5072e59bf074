using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using InitGen.Testing.Snapshots;

namespace InitGen.Packages.Tests;

public class PackageTests(PackedTree tree) : IClassFixture<PackedTree>
{
    private static readonly string[] All = ["InitGen", "InitGen.MathNet", "InitGen.Reporting", "InitGen.Templates", "InitGen.Tool"];

    public static TheoryData<string> Ids => [.. All];

    [Fact]
    public void These_packages_are_made_and_no_others() => Assert.Equal(All, Package.Ids(tree.Packages));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_holds_exactly_what_is_written_down(string id)
    {
        Package package = Package.Read(tree.Packages, id);
        IEnumerable<string> lines = [.. package.Files.Keys.Order(StringComparer.Ordinal), "", package.Manifest, ""];
        Snapshot.Verify(RepositoryRoot.Combine($"tests/InitGen.Packages.Tests/Contents/{id}.txt"), string.Join('\n', lines));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_icon_is_a_PNG_of_128_pixels(string id)
    {
        byte[] icon = Package.Read(tree.Packages, id).Files["icon.png"];
        Assert.Equal("PNG"u8, icon.AsSpan(1, 3));
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Symbols_are_in_the_assemblies_and_name_no_folder_of_a_machine(string id)
    {
        foreach ((string path, byte[] bytes) in Package.Read(tree.Packages, id).Files.Where(file => IsOwnAssembly(file.Key)))
        {
            using var file = new PEReader([.. bytes]);
            DebugDirectoryEntry[] entries = [.. file.ReadDebugDirectory()];
            Assert.Contains(entries, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
            DebugDirectoryEntry symbols = Assert.Single(entries, entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using MetadataReaderProvider provider = file.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
            MetadataReader reader = provider.GetMetadataReader();
            Assert.NotEmpty(reader.Documents);
            Assert.All(
                reader.Documents,
                document => Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
            Assert.All(entries, entry => Assert.False(
                entry.Type == DebugDirectoryEntryType.CodeView && Path.IsPathRooted(file.ReadCodeViewDebugDirectoryData(entry).Path), path));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Packing_again_in_another_folder_gives_the_same_bytes(string id)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("INITGEN_PACK_AGAIN") == "1",
            "Set INITGEN_PACK_AGAIN=1 to build and pack a copy of the sources too, which takes a minute.");
        Package first = Package.Read(tree.Packages, id);
        Package second = Package.Read(tree.PackagesOfCopy, id);
        Assert.Equal(first.Files.Keys.Order(), second.Files.Keys.Order());
        Assert.All(first.Files, file => Assert.True(file.Value.AsSpan().SequenceEqual(second.Files[file.Key]), file.Key));
    }

    private static bool IsOwnAssembly(string path) =>
        Path.GetFileName(path).StartsWith("InitGen", StringComparison.Ordinal) && path.EndsWith(".dll", StringComparison.Ordinal);
}
