using System.CommandLine;

namespace InitGen.Tool.Commands;

/// <summary>The argument that names a built assembly.</summary>
internal static class AssemblyArgument
{
    /// <summary>Makes one.</summary>
    public static Argument<string> Create() => new("assembly")
    {
        Description = "The .dll of a built application or library, where dotnet build puts it: bin/Debug/net10.0/MyApp.dll.",
    };
}
