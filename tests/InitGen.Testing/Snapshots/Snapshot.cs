using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace InitGen.Testing.Snapshots;

/// <summary>Holds texts against files under version control. With the environment variable INITGEN_UPDATE_SNAPSHOTS set to 1, the files
/// are written instead, for a person to review.</summary>
public static class Snapshot
{
    /// <summary>The environment variable that makes tests write their files.</summary>
    public const string UpdateVariable = "INITGEN_UPDATE_SNAPSHOTS";

    /// <summary>Whether tests write their files instead of reading them.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    /// <summary>Checks one text.</summary>
    /// <param name="path">The full path of its file.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="VerificationException">The file does not exist or says something else.</exception>
    public static void Verify(string path, string text)
    {
        if (IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        string? expected = File.Exists(path) ? File.ReadAllText(path) : null;
        if (expected != text)
        {
            throw new VerificationException(
                $"{path} {(expected is null ? "does not exist" : "differs")}; set {UpdateVariable}=1 to write it:\n"
                + LineDifference.Of(expected ?? "", text));
        }
    }

    /// <summary>Checks all files of a folder.</summary>
    /// <param name="folder">The full path of the folder; nothing else is in it.</param>
    /// <param name="texts">The texts, by file name.</param>
    /// <exception cref="VerificationException">A file is missing, or says something else, or is one too many.</exception>
    public static void VerifyFolder(string folder, IReadOnlyDictionary<string, string> texts)
    {
        foreach ((string name, string text) in texts)
        {
            Verify(Path.Combine(folder, name), text);
        }

        string[] obsolete = Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Where(path => !texts.ContainsKey(Path.GetFileName(path)))]
            : [];
        if (!IsUpdating && obsolete.Length > 0)
        {
            throw new VerificationException(
                $"Nothing is compared with {string.Join(", ", obsolete)}; set {UpdateVariable}=1 to delete it.");
        }

        foreach (string path in obsolete)
        {
            File.Delete(path);
        }
    }
}
