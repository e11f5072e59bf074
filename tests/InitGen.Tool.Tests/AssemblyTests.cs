using System;
using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

public class AssemblyTests
{
    [Fact]
    public async Task Networks_are_listed_by_name_with_their_sizes()
    {
        ToolRun run = await ToolRun.Of("list", BuiltAssembly.OfTests);
        Assert.Equal(
            (0, """
                network                                 inputs  outputs  layers  parameters
                Healthy                                      3        2       2          50
                InitGen.Tool.Tests.Networks.Outer.Twin       3        2       1           8
                InitGen.Tool.Tests.Networks.Twin             3        4       1          16
                Throwing                                     5        2       1          12
                Vanishing                                    3        3       4          48

                """, ""),
            (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused() =>
        (await ToolRun.Of("list", "no-such-file.dll")).AssertRefused("There is no file 'no-such-file.dll'; give the .dll that dotnet build makes.");

    [Fact]
    public async Task A_file_that_is_no_assembly_is_refused()
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.dll", "This is no assembly.");
        (await ToolRun.Of("list", path))
            .AssertRefused($"'{path}' is not a .NET assembly that can run; give the .dll that dotnet build puts into bin.");
    }

    [Fact]
    public async Task An_assembly_without_InitGen_is_refused()
    {
        string path = typeof(Xunit.Assert).Assembly.Location;
        (await ToolRun.Of("list", path)).AssertRefused($"'{path}' has no networks: it does not use InitGen.");
    }

    [Fact]
    public async Task An_assembly_that_uses_InitGen_but_has_no_networks_is_refused()
    {
        string path = typeof(Reporting.SignalReport).Assembly.Location;
        (await ToolRun.Of("list", path)).AssertRefused($"'{path}' has no networks: no class of it has [Network].");
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(1, 0)]
    public async Task An_assembly_that_was_built_with_another_InitGen_is_refused(ushort major, ushort minor)
    {
        using TemporaryDirectory directory = new();
        string path = directory["App.dll"];
        await File.WriteAllBytesAsync(path, WithReference(BuiltAssembly.DeepTanh, "InitGen.Runtime", major, minor), TestContext.Current.CancellationToken);
        (await ToolRun.Of("list", path)).AssertRefused(
            $"'{path}' was built with InitGen {major}.{minor}.0, but this tool has 0.1.0; build it with that version, or install the tool of its version.");
    }

    [Fact]
    public async Task An_assembly_of_a_later_NET_is_refused_with_the_reason()
    {
        using TemporaryDirectory directory = new();
        string path = directory["App.dll"];
        await File.WriteAllBytesAsync(path, WithReference(BuiltAssembly.DeepTanh, "System.Runtime", 99, 0), TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.Of("list", path);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"The types of '{path}' cannot be loaded: ", run.Error);
        Assert.Contains("System.Runtime, Version=99.0.0.0", run.Error);
    }

    [Fact]
    public async Task An_unknown_network_is_refused_with_the_known_ones() =>
        (await ToolRun.Of("report", BuiltAssembly.DeepTanh, "--network", "HeRelu", "--network", "Xavier")).AssertRefused(
            $"'{BuiltAssembly.DeepTanh}' has no network 'Xavier'; it has BigRandom, HeRelu, SmallRandom, XavierRelu, XavierTanh.");

    [Fact]
    public async Task Of_networks_with_the_same_name_one_is_named_with_its_namespace()
    {
        (await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "Twin")).AssertRefused(
            $"'{BuiltAssembly.OfTests}' has several networks 'Twin': InitGen.Tool.Tests.Networks.Outer.Twin, InitGen.Tool.Tests.Networks.Twin; "
            + "give the whole name of one.");
        ToolRun run = await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "InitGen.Tool.Tests.Networks.Outer.Twin");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("InitGen.Tool.Tests.Networks.Outer.Twin\n8 parameters", run.Output);
    }

    // Writes the version of a reference, without its build number and revision, into a copy of an assembly: ECMA-335, II.22.5.
    private static byte[] WithReference(string path, string name, ushort major, ushort minor)
    {
        byte[] image = File.ReadAllBytes(path);
        using var file = new PEReader([.. image]);
        MetadataReader metadata = file.GetMetadataReader();
        foreach (AssemblyReferenceHandle handle in metadata.AssemblyReferences)
        {
            if (metadata.GetString(metadata.GetAssemblyReference(handle).Name) != name)
            {
                continue;
            }

            int row = file.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef)
                + ((MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.AssemblyRef));
            BitConverter.TryWriteBytes(image.AsSpan(row), major);
            BitConverter.TryWriteBytes(image.AsSpan(row + sizeof(ushort)), minor);
            BitConverter.TryWriteBytes(image.AsSpan(row + (2 * sizeof(ushort))), 0);
        }

        return image;
    }
}
