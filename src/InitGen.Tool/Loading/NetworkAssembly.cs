using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using InitGen.Reporting;

namespace InitGen.Tool.Loading;

/// <summary>An assembly that has networks.</summary>
/// <param name="File">Its file.</param>
/// <param name="Networks">The networks' classes, at least one.</param>
/// <param name="CompilerLog">What the compiler said when it made the assembly; null where that is not known.</param>
internal sealed record NetworkAssembly(AssemblyFile File, IReadOnlyList<Type> Networks, CompilerLog? CompilerLog)
{
    /// <summary>Loads an application, and finds the networks in it and in the libraries that it refers to.</summary>
    /// <param name="application">The application.</param>
    /// <param name="warnings">Told what cannot be loaded and is left out.</param>
    /// <exception cref="ToolException">It cannot be loaded, or was built with another InitGen.</exception>
    public static IReadOnlyList<NetworkAssembly> Load(Application application, TextWriter warnings)
    {
        try
        {
            AssemblyFile start = ReadOrSibling(application.Path);
            var context = new ApplicationLoadContext(start.Path);
            return
            [
                .. context.WithReferences(start)
                    .Where(file => file.InitGenVersion is not null && Fits(file, isRequired: file == start, warnings))
                    .Select(file => (File: file, Networks: NetworksOf(context, file, isRequired: file == start, warnings)))
                    .Where(assembly => assembly.Networks.Length > 0)
                    .Select(assembly => new NetworkAssembly(assembly.File, assembly.Networks, application.LogOf(assembly.File.Name))),
            ];
        }
        catch (BadImageFormatException exception)
        {
            throw new ToolException(
                $"'{application.Path}' is not a .NET assembly that can run; give the .dll that dotnet build puts into bin.", exception);
        }
        catch (Exception exception) when (exception is FileLoadException or FileNotFoundException or InvalidOperationException)
        {
            throw new ToolException($"'{application.Path}' cannot be loaded: {exception.Message}", exception);
        }
    }

    // The program that starts an application has a .dll of its name beside it.
    private static AssemblyFile ReadOrSibling(string path)
    {
        try
        {
            return AssemblyFile.Read(path);
        }
        catch (BadImageFormatException) when (SiblingOf(".exe", "") is { } sibling)
        {
            return AssemblyFile.Read(sibling);
        }

        string? SiblingOf(params string[] endings) => endings
            .Where(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            .Select(ending => $"{path[..^ending.Length]}.dll")
            .FirstOrDefault(System.IO.File.Exists);
    }

    private static bool Fits(AssemblyFile file, bool isRequired, TextWriter warnings)
    {
        if (file.Fits)
        {
            return true;
        }

        if (isRequired)
        {
            throw new ToolException(file.Misfit);
        }

        warnings.WriteLine($"{file.Misfit} Its networks are left out.");
        return false;
    }

    private static Type[] NetworksOf(ApplicationLoadContext context, AssemblyFile file, bool isRequired, TextWriter warnings)
    {
        (IReadOnlyList<Type> types, Exception? failure) = TypesOf(context.LoadFromAssemblyPath(file.Path));
        Type[] networks = [.. types.Where(SignalReport.IsNetwork)];
        if (failure is not null && isRequired && networks.Length == 0)
        {
            throw new ToolException($"The types of '{file.Path}' cannot be loaded: {failure.Message}", failure);
        }

        if (failure is not null)
        {
            warnings.WriteLine($"Some types of '{file.Path}' cannot be loaded, and networks among them are left out: {failure.Message}");
        }

        return networks;
    }

    private static (IReadOnlyList<Type> Types, Exception? Failure) TypesOf(Assembly assembly)
    {
        try
        {
            return (assembly.GetTypes(), null);
        }
        catch (ReflectionTypeLoadException exception)
        {
            return (
                [.. exception.Types.OfType<Type>()],
                exception.LoaderExceptions.FirstOrDefault(inner => inner is not null) ?? exception);
        }
    }
}
