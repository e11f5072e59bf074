using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis.Testing;

namespace InitGen.Testing.Snapshots;

/// <summary>Holds texts against files under version control. With the environment variable INITGEN_UPDATE_SNAPSHOTS set to 1, the files
/// are written instead, for a person to review.</summary>
public static class Snapshot
{
    /// <summary>The environment variable that makes tests write their files.</summary>
    public const string UpdateVariable = "INITGEN_UPDATE_SNAPSHOTS";

    private static readonly DefaultVerifier Verifier = new();

    /// <summary>Whether tests write their files instead of reading them.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>Checks one text.</summary>
    /// <param name="path">The full path of its file.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException">The file does not exist or says something else.</exception>
    public static void Verify(string path, string text)
    {
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Verifier.True(File.Exists(path), $"{path} does not exist; set {UpdateVariable}=1 to write it.");
        Verifier.EqualOrDiff(File.ReadAllText(path), text, $"{path} differs; set {UpdateVariable}=1 to write it:");
    }

    /// <summary>Checks all files of a folder.</summary>
    /// <param name="folder">The full path of the folder; nothing else is in it.</param>
    /// <param name="texts">The texts, by file name.</param>
    /// <exception cref="InvalidOperationException">A file is missing, or says something else, or is one too many.</exception>
    public static void VerifyFolder(string folder, IReadOnlyDictionary<string, string> texts)
    {
        foreach ((string name, string text) in texts)
        {
            Verify(Path.Combine(folder, name), text);
        }

        string[] obsolete = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Where(path => !texts.ContainsKey(Path.GetFileName(path)))]
            : [];
        Verifier.True(
            IsUpdating || obsolete.Length == 0,
            $"Nothing is compared with {string.Join(", ", obsolete)}; set {UpdateVariable}=1 to delete it.");
        foreach (string path in obsolete)
        {
            File.Delete(path);
        }
    }
}
