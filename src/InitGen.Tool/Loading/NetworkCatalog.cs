using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace InitGen.Tool.Loading;

/// <summary>The networks that the tool was pointed at.</summary>
internal sealed class NetworkCatalog
{
    private readonly string _path;

    private NetworkCatalog(string path, IReadOnlyList<NetworkType> networks) => (_path, Networks) = (path, networks);

    /// <summary>All of them, at least one, by name.</summary>
    public IReadOnlyList<NetworkType> Networks { get; }

    /// <summary>Finds networks.</summary>
    /// <param name="path">The path of an assembly, or of a project, a solution or a folder with one, which is built.</param>
    /// <param name="configuration">The configuration that is built; null for the project's own.</param>
    /// <param name="error">Told what is left out, and what a failed build said.</param>
    /// <param name="cancellationToken">Ends a build.</param>
    /// <exception cref="ToolException">There are none, or they cannot be loaded.</exception>
    public static async Task<NetworkCatalog> LoadAsync(
        string path, string? configuration, TextWriter error, CancellationToken cancellationToken)
    {
        IReadOnlyList<Application> applications = await Application.FindAsync(path, configuration, error, cancellationToken);

        // A library that is built by itself is also found in the applications that refer to it.
        NetworkAssembly[] assemblies =
        [
            .. applications.SelectMany(application => NetworkAssembly.Load(application, error))
                .DistinctBy(assembly => assembly.File.Name),
        ];
        return assemblies.Length > 0
            ? new NetworkCatalog(path, [.. Named(applications, assemblies).OrderBy(network => network.Name, StringComparer.Ordinal)])
            : throw new ToolException($"'{path}' has no networks: no class in it has [Network] of InitGen.");
    }

    /// <summary>Finds networks.</summary>
    /// <param name="names">Their names, with or without namespace; where there are none, all networks are meant.</param>
    /// <exception cref="ToolException">There is no such network, or more than one.</exception>
    public IReadOnlyList<NetworkType> Find(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? Networks : [.. names.Select(Find).Distinct()];

    // By the name of the class, with its namespace where another has the same; of another assembly than the one asked for, with its name.
    private static IEnumerable<NetworkType> Named(IReadOnlyList<Application> applications, NetworkAssembly[] assemblies)
    {
        (NetworkAssembly Assembly, Type Type)[] networks =
            [.. assemblies.SelectMany(assembly => assembly.Networks, (assembly, type) => (assembly, type))];
        foreach (IGrouping<string, (NetworkAssembly Assembly, Type Type)> group in networks.GroupBy(network => network.Type.Name))
        {
            foreach ((NetworkAssembly assembly, Type type) in group)
            {
                string name = group.Count() == 1 ? type.Name : NetworkType.FullNameOf(type);
                bool isAskedFor = applications is [Application only] && assembly.File.Name == Path.GetFileNameWithoutExtension(only.Path);
                yield return new NetworkType(
                    type, assemblies.Length == 1 || isAskedFor ? name : $"{name} ({assembly.File.Name})", assembly.CompilerLog);
            }
        }
    }

    private NetworkType Find(string name)
    {
        NetworkType[] found = [.. Networks.Where(network => network.Name == name || NetworkType.FullNameOf(network.Type) == name)];
        if (found.Length == 0)
        {
            found = [.. Networks.Where(network => network.Type.Name == name)];
        }

        return found switch
        {
            [NetworkType one] => one,
            [] => throw new ToolException($"'{_path}' has no network '{name}'; it has {Names(Networks)}."),
            _ => throw new ToolException($"'{_path}' has several networks '{name}': {Names(found)}; give the whole name of one."),
        };
    }

    private static string Names(IEnumerable<NetworkType> networks) => string.Join(", ", networks.Select(network => network.Name));
}
