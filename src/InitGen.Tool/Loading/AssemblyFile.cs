using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace InitGen.Tool.Loading;

/// <summary>What can be read of an assembly without loading it.</summary>
/// <param name="Path">The full path of its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="References">The assemblies that it refers to.</param>
internal sealed record AssemblyFile(string Path, string Name, IReadOnlyList<AssemblyName> References)
{
    private static readonly AssemblyName Own = typeof(INetwork<>).Assembly.GetName();

    /// <summary>The version of InitGen that it was built with; null where it does not use InitGen.</summary>
    public Version? InitGenVersion => References.FirstOrDefault(reference => reference.Name == Own.Name)?.Version;

    /// <summary>Whether it can run with the InitGen of this tool: as Semantic Versioning has it, what is public may change with each minor
    /// version before 1.0, and only grow after it; no patch changes it.</summary>
    public bool Fits => InitGenVersion is { } used && Own.Version is { } own
        && used.Major == own.Major && (own.Major == 0 ? used.Minor == own.Minor : used.Minor <= own.Minor);

    /// <summary>A sentence that says why it does not fit.</summary>
    public string Misfit =>
        $"'{Path}' was built with InitGen {InitGenVersion?.ToString(2)}, but this tool is of {Own.Version?.ToString(2)}; build it with "
            + "that version, or "
        + $"install its tool: dotnet tool update InitGen.Tool --version {InitGenVersion?.ToString(2)}.*";

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="BadImageFormatException">It is no assembly of .NET.</exception>
    public static AssemblyFile Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata || file.GetMetadataReader() is not { IsAssembly: true } metadata)
        {
            throw new BadImageFormatException("It has no manifest of an assembly.", path);
        }

        return new AssemblyFile(
            System.IO.Path.GetFullPath(path),
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())]);
    }
}
