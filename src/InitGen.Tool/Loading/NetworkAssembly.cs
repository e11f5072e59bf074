using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using InitGen.Reporting;

namespace InitGen.Tool.Loading;

/// <summary>A built assembly with networks.</summary>
internal sealed class NetworkAssembly
{
    private readonly string _path;

    private NetworkAssembly(string path, IReadOnlyList<NetworkType> networks) => (_path, Networks) = (path, networks);

    /// <summary>Its networks, at least one, by name.</summary>
    public IReadOnlyList<NetworkType> Networks { get; }

    /// <summary>Loads an assembly.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="warnings">Told where some of its types cannot be loaded.</param>
    /// <exception cref="ToolException">It cannot be loaded, or has no networks.</exception>
    public static NetworkAssembly Load(string path, TextWriter warnings)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{path}'; give the .dll that dotnet build makes.");
        }

        Assembly assembly = Open(path);
        AssemblyName own = typeof(INetwork<>).Assembly.GetName();
        AssemblyName used = assembly.GetReferencedAssemblies().FirstOrDefault(reference => reference.Name == own.Name)
            ?? throw new ToolException($"'{path}' has no networks: it does not use InitGen.");
        if (!Fits(used.Version!, own.Version!))
        {
            throw new ToolException(
                $"'{path}' was built with InitGen {used.Version!.ToString(3)}, but this tool has {own.Version!.ToString(3)}; "
                + "build it with that version, or install the tool of its version.");
        }

        (IReadOnlyList<Type> types, Exception? failure) = TypesOf(assembly);
        Type[] networks = [.. types.Where(SignalReport.IsNetwork)];
        if (networks.Length == 0)
        {
            throw new ToolException(failure is null
                ? $"'{path}' has no networks: no class of it has [Network]."
                : $"The types of '{path}' cannot be loaded: {failure.Message}");
        }

        if (failure is not null)
        {
            warnings.WriteLine($"Some types of '{path}' cannot be loaded, and networks among them are left out: {failure.Message}");
        }

        return new NetworkAssembly(path, [.. Named(networks).OrderBy(network => network.Name, StringComparer.Ordinal)]);
    }

    /// <summary>Finds networks.</summary>
    /// <param name="names">Their names, with or without namespace; where there are none, all networks are meant.</param>
    /// <exception cref="ToolException">There is no such network, or more than one.</exception>
    public IReadOnlyList<NetworkType> Find(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? Networks : [.. names.Select(Find).Distinct()];

    private static Assembly Open(string path)
    {
        try
        {
            string fullPath = Path.GetFullPath(path);
            return new ApplicationLoadContext(fullPath).LoadFromAssemblyPath(fullPath);
        }
        catch (BadImageFormatException exception)
        {
            throw new ToolException($"'{path}' is not a .NET assembly that can run; give the .dll that dotnet build puts into bin.", exception);
        }
        catch (Exception exception) when (exception is FileLoadException or InvalidOperationException)
        {
            throw new ToolException($"'{path}' cannot be loaded: {exception.Message}", exception);
        }
    }

    // As Semantic Versioning has it: what is public may change with each minor version before 1.0, and only grow after it.
    private static bool Fits(Version used, Version own) =>
        used.Major == own.Major && (own.Major == 0 ? used.Minor == own.Minor : used.Minor <= own.Minor);

    private static (IReadOnlyList<Type> Types, Exception? Failure) TypesOf(Assembly assembly)
    {
        try
        {
            return (assembly.GetTypes(), null);
        }
        catch (ReflectionTypeLoadException exception)
        {
            return ([.. exception.Types.OfType<Type>()], exception.LoaderExceptions.FirstOrDefault(inner => inner is not null) ?? exception);
        }
    }

    // By the name of the class, with its namespace where another has the same.
    private static IEnumerable<NetworkType> Named(Type[] networks) => networks
        .GroupBy(network => network.Name)
        .SelectMany(group => group.Select(network => new NetworkType(network, group.Count() == 1 ? network.Name : NetworkType.FullName(network))));

    private NetworkType Find(string name)
    {
        NetworkType[] found = [.. Networks.Where(network => network.Name == name || NetworkType.FullName(network.Type) == name)];
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
