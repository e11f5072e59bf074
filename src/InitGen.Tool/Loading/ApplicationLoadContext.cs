using System;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Loader;

namespace InitGen.Tool.Loading;

/// <summary>Loads an application with its own dependencies, but with InitGen as the tool has it, so that its networks are networks to the
/// tool.</summary>
/// <param name="path">The full path of its assembly.</param>
internal sealed class ApplicationLoadContext(string path) : AssemblyLoadContext(path)
{
    // InitGen, and what is seen from outside it: matrices, random sources.
    private static readonly FrozenSet<string> Shared =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "InitGen.Core", "InitGen.Runtime", "MathNet.Numerics");

    private readonly AssemblyDependencyResolver _resolver = new(path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        !Shared.Contains(assemblyName.Name!) && _resolver.ResolveAssemblyToPath(assemblyName) is { } file ? LoadFromAssemblyPath(file) : null;

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : 0;
}
