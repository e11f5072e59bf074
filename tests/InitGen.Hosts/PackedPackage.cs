using System.IO;
using System.Threading.Tasks;
using CliWrap;
using CliWrap.Buffered;
using InitGen.Hosts;
using InitGen.Testing.Snapshots;

[assembly: AssemblyFixture(typeof(PackedPackage))]

namespace InitGen.Hosts;

/// <summary>The package InitGen, packed from this checkout into a folder that is gone after the tests, with a package cache of its
/// own, so that no earlier copy is tested.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("initgen-hosts-");

    /// <summary>The settings by which a project finds the package.</summary>
    public string NuGetConfig => $"""
        <configuration>
          <config>
            <add key="globalPackagesFolder" value="{_folder.FullName}/cache" />
          </config>
          <packageSources>
            <add key="packed" value="{_folder.FullName}/packages" />
          </packageSources>
        </configuration>
        """;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Dotnet(RepositoryRoot.FullPath, "tool", "restore");
        await Dotnet(
            RepositoryRoot.FullPath, "pack", "src/InitGen.Package", "--no-build", "-c", Configuration, "-o", $"{_folder.FullName}/packages");
    }

    /// <summary>An empty folder for a project.</summary>
    /// <param name="name">Its name.</param>
    public string CreateFolder(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <summary>Runs a command of the SDK.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it prints.</returns>
    public static async Task<string> Dotnet(string folder, params string[] arguments)
    {
        BufferedCommandResult result = await Cli.Wrap("dotnet").WithArguments(arguments).WithWorkingDirectory(folder)
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess, $"dotnet {string.Join(' ', arguments)} ends with {result.ExitCode}:\n{result.StandardOutput}");
        return result.StandardOutput;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
