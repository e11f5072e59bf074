using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace InitGen.Hosts;

/// <summary>A user's project: a folder outside of the repository, whose settings do not reach it.</summary>
/// <param name="package">The package that it uses.</param>
/// <param name="name">The name of its folder.</param>
internal sealed class UserProject(PackedPackage package, string name)
{
    // The package's own generator and rules alone: those of the SDK would take most of each build from scratch.
    private const string ProjectText = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <EnableNETAnalyzers>false</EnableNETAnalyzers>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="InitGen" Version="*" />
          </ItemGroup>
          <Target Name="OnlyAnalyzersOfPackages" AfterTargets="ResolveTargetingPackAssets">
            <ItemGroup>
              <Analyzer Remove="@(Analyzer)" Condition="'%(Analyzer.FrameworkReferenceName)' != ''" />
            </ItemGroup>
          </Target>
        </Project>
        """;

    /// <summary>Its folder.</summary>
    public string Folder { get; } = package.CreateFolder(name);

    /// <summary>The path of its project file.</summary>
    public string ProjectFile => PathOf("App.csproj");

    /// <summary>The names of its source files, in the order in which they are compiled.</summary>
    public IEnumerable<string> SourceFiles => Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>All that it says: its settings, and its source files.</summary>
    public string State => string.Concat(
        Directory.GetFiles(Folder).Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)}\n{File.ReadAllText(path)}\n"));

    /// <summary>Writes its files and restores it.</summary>
    /// <param name="files">The names and texts of its source files.</param>
    public async Task Create(IEnumerable<KeyValuePair<string, string>> files)
    {
        Write("App.csproj", ProjectText);
        Write("NuGet.config", package.NuGetConfig);
        foreach ((string file, string text) in files)
        {
            Write(file, text);
        }

        await PackedPackage.Dotnet(Folder, "restore");
    }

    /// <summary>The full path of a file.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>The text of a file.</summary>
    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Writes a file.</summary>
    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Replaces the first occurrence of a text in a file.</summary>
    /// <returns>The new text of the file.</returns>
    public string Replace(string file, string before, string after)
    {
        string text = Read(file);
        int start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"'{before}' is not in {file}:\n{text}");
        text = text[..start] + after + text[(start + before.Length)..];
        Write(file, text);
        return text;
    }
}
