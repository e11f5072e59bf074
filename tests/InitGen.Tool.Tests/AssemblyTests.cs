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
    public async Task Networks_are_listed_by_name_with_their_sizes_beside_those_that_fail()
    {
        ToolRun run = await ToolRun.Of("list", BuiltAssembly.OfTests);
        Assert.Equal(
            (2, """
                network                                 inputs  outputs  layers  parameters
                Healthy                                      3        2       2          50
                InitGen.Tool.Tests.Networks.Outer.Twin       3        2       1           8
                InitGen.Tool.Tests.Networks.Twin             3        4       1          16
                Throwing                                     5        2       1          12
                Vanishing                                    3        3       4          48
                ZeroOutput                                   3        2       2          50

                """, "'Failing' cannot be run: This class fails on purpose.\n"),
            (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task What_is_not_there_is_refused() => (await ToolRun.Of("list", "no-such-file.dll")).AssertRefused(
        "There is no file or folder 'no-such-file.dll'; give a project, a folder with one, or the .dll that dotnet build makes.");

    [Fact]
    public async Task A_folder_without_a_project_is_refused()
    {
        using TemporaryDirectory directory = new();
        (await ToolRun.Of("list", directory.Path)).AssertRefused(
            $"The folder '{directory.Path}' has no project and no solution; give one that has, or the .dll that dotnet build makes.");
    }

    [Fact]
    public async Task A_folder_with_several_projects_is_refused_with_their_names()
    {
        using TemporaryDirectory directory = new();
        directory.Write("B.fsproj", "");
        directory.Write("A.csproj", "");
        (await ToolRun.Of("list", directory.Path))
            .AssertRefused($"The folder '{directory.Path}' has several: A.csproj, B.fsproj; give the path of one.");
    }

    [Fact]
    public async Task A_configuration_is_for_what_is_built() =>
        (await ToolRun.Of("list", BuiltAssembly.DeepTanh, "-c", "Release")).AssertRefused(
            $"--configuration is for what is built, but '{BuiltAssembly.DeepTanh}' is built already; give a project or leave the option out.");

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
        (await ToolRun.Of("list", path)).AssertRefused($"'{path}' has no networks: no class in it has [Network] of InitGen.");
    }

    [Fact]
    public async Task An_assembly_that_uses_InitGen_but_has_no_networks_is_refused()
    {
        string path = typeof(Reporting.SignalReport).Assembly.Location;
        (await ToolRun.Of("list", path)).AssertRefused($"'{path}' has no networks: no class in it has [Network] of InitGen.");
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
            $"'{path}' was built with InitGen {major}.{minor}, but this tool is of 0.1; build it with that version, or install its tool: "
            + $"dotnet tool update InitGen.Tool --version {major}.{minor}.*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public async Task An_assembly_that_was_built_with_another_patch_is_taken(ushort patch)
    {
        using TemporaryDirectory directory = new();
        string path = directory["App.dll"];
        await File.WriteAllBytesAsync(
            path, WithReference(BuiltAssembly.DeepTanh, "InitGen.Runtime", 0, 1, patch), TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.Of("list", path);
        Assert.Equal((await ToolRun.Of("list", BuiltAssembly.DeepTanh)).Output, run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task A_library_of_native_code_is_refused()
    {
        string path = Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*System.Native.*")[0];
        (await ToolRun.Of("list", path))
            .AssertRefused($"'{path}' is not a .NET assembly that can run; give the .dll that dotnet build puts into bin.");
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1_000)]
    [InlineData(9_000)]
    public async Task A_part_of_an_assembly_is_refused(int length)
    {
        using TemporaryDirectory directory = new();
        string path = directory["App.dll"];
        byte[] whole = await File.ReadAllBytesAsync(BuiltAssembly.DeepTanh, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(path, whole[..length], TestContext.Current.CancellationToken);
        (await ToolRun.Of("list", path))
            .AssertRefused($"'{path}' is not a .NET assembly that can run; give the .dll that dotnet build puts into bin.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".exe")]
    public async Task The_program_that_starts_an_application_stands_for_it(string ending)
    {
        using TemporaryDirectory directory = new();
        File.Copy(BuiltAssembly.DeepTanh, directory["Deep.Tanh.dll"]);
        directory.Write($"Deep.Tanh{ending}", "native code");
        ToolRun run = await ToolRun.Of("list", directory[$"Deep.Tanh{ending}"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("HeRelu", run.Output);
    }

    [Fact]
    public async Task A_network_whose_class_fails_is_named_and_others_can_be_measured()
    {
        (await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "Failing"))
            .AssertRefused("'Failing' cannot be run: This class fails on purpose.");
        Assert.Equal(0, (await ToolRun.Of("report", BuiltAssembly.OfTests, "--network", "Healthy", "--count", "2")).ExitCode);
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

    // Writes the version of a reference, without its revision, into a copy of an assembly: ECMA-335, II.22.5.
    private static byte[] WithReference(string path, string name, ushort major, ushort minor, ushort build = 0)
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
            BitConverter.TryWriteBytes(image.AsSpan(row + (2 * sizeof(ushort))), build);
        }

        return image;
    }
}
