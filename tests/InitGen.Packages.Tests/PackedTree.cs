using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using InitGen.Testing.Snapshots;

namespace InitGen.Packages.Tests;

/// <summary>The packages of this tree, made once for all tests, in the configuration of the tests: as they are built, and again from a copy
/// of the sources in another folder.</summary>
public sealed class PackedTree : IDisposable
{
    private static readonly string[] Projects = ["Package", "MathNet", "Reporting", "Tool", "Templates"];

    private static readonly string Configuration =
        typeof(PackedTree).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    private readonly string _folder = Directory.CreateTempSubdirectory("initgen-packages-").FullName;
    private readonly Lazy<string> _packages;
    private readonly Lazy<string> _packagesOfCopy;

    public PackedTree()
    {
        _packages = new(() => Pack(RepositoryRoot.FullPath, "packages", "--no-build"));
        _packagesOfCopy = new(() => Pack(Copy(), "packages-of-copy"));
    }

    /// <summary>The folder of the packages.</summary>
    public string Packages => _packages.Value;

    /// <summary>The folder of the packages that were made of the copy.</summary>
    public string PackagesOfCopy => _packagesOfCopy.Value;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Pack(string root, string name, params string[] options)
    {
        // One solution of the packages alone, so that what they share is built once.
        string solution = Path.Combine(_folder, name + ".slnx");
        string[] projects = [.. Projects.Select(project => $"  <Project Path=\"{Path.Combine(root, "src", $"InitGen.{project}", $"InitGen.{project}.csproj")}\" />\n")];
        File.WriteAllText(solution, $"<Solution>\n{string.Concat(projects)}</Solution>\n");

        string packages = Path.Combine(_folder, name);
        Run("dotnet", root, ["pack", solution, "--configuration", Configuration, "--output", packages, "--nologo", .. options]);
        return packages;
    }

    // With the repository's own folder, which says what commit the packages are made of.
    private string Copy()
    {
        string copy = Path.Combine(_folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(RepositoryRoot.FullPath))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        foreach (string folder in new[] { ".git", "assets", "docs", "src" })
        {
            CopyFolder(new DirectoryInfo(RepositoryRoot.Combine(folder)), Path.Combine(copy, folder));
        }

        return copy;
    }

    private static void CopyFolder(DirectoryInfo source, string target)
    {
        // .git is a file in a linked work tree, and copied with the others; outside of a repository there is none.
        if (!source.Exists)
        {
            return;
        }

        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.GetFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (DirectoryInfo folder in source.GetDirectories().Where(folder => folder.Name is not ("bin" or "obj")))
        {
            CopyFolder(folder, Path.Combine(target, folder.Name));
        }
    }

    private static void Run(string program, string folder, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test platform runs inside of MSBuild's variables, which would lead a build elsewhere.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ends with {process.ExitCode}:\n{output}{errors.Result}");
    }
}
