using System;
using System.IO;

namespace InitGen.Testing.Snapshots;

/// <summary>The folder of the solution, found from the folder of the test program. (The paths that the compiler knows are not those of
/// this machine in a deterministic build.)</summary>
public static class RepositoryRoot
{
    /// <summary>The full path of the folder.</summary>
    public static string FullPath { get; } = Find();

    /// <summary>The full path of something in it.</summary>
    /// <param name="relativePath">Its path from the folder of the solution, with slashes.</param>
    public static string Combine(string relativePath) => Path.Combine([FullPath, .. relativePath.Split('/')]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "InitGen.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"InitGen.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
