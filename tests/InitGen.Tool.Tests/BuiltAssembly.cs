using System;
using System.IO;

namespace InitGen.Tool.Tests;

/// <summary>Assemblies that the tool is run on.</summary>
internal static class BuiltAssembly
{
    /// <summary>The one of these tests, with the networks of <c>Networks.cs</c>.</summary>
    public static string OfTests { get; } = typeof(BuiltAssembly).Assembly.Location;

    /// <summary>The sample DeepTanh, where the build puts it.</summary>
    public static string DeepTanh { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../../../../samples/DeepTanh/bin", Configuration, "net10.0/DeepTanh.dll"));

    // …/bin/Debug/net10.0/
    /// <summary>"Debug" or "Release", as these tests.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
