using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace InitGen.Tool.Loading;

/// <summary>Loads an application with its own dependencies, but with InitGen as the tool has it, whatever its patch, so that its networks
/// are networks to the tool.</summary>
/// <param name="path">The full path of its assembly.</param>
internal sealed class ApplicationLoadContext(string path) : AssemblyLoadContext(path)
{
    private static readonly FrozenSet<string> Shared =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "InitGen.Core", "InitGen.Runtime");

    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <summary>An assembly and all that it refers to, also by others, among the application's own files.</summary>
    /// <param name="start">The assembly.</param>
    public IEnumerable<AssemblyFile> WithReferences(AssemblyFile start)
    {
        var names = new HashSet<string>(Shared, StringComparer.OrdinalIgnoreCase) { start.Name };
        var files = new Queue<AssemblyFile>([start]);
        while (files.TryDequeue(out AssemblyFile? file))
        {
            yield return file;
            foreach (AssemblyName reference in file.References)
            {
                if (names.Add(reference.Name!) && _resolver.ResolveAssemblyToPath(reference) is { } found && TryRead(found) is { } next)
                {
                    files.Enqueue(next);
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        Shared.Contains(assemblyName.Name!) ? Default.LoadFromAssemblyName(new AssemblyName(assemblyName.Name!))
        : _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file)
        : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;

    // What cannot be read has no networks; what needs it says so itself.
    private static AssemblyFile? TryRead(string path)
    {
        try
        {
            return AssemblyFile.Read(path);
        }
        catch (Exception exception) when (exception is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
