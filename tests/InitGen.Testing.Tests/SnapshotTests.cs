using System;
using System.Collections.Generic;
using System.IO;
using InitGen.Testing.Snapshots;

namespace InitGen.Testing.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_equal_file_passes()
    {
        Write("one.txt", "a\nb\n");
        Snapshot.Verify(Path.Combine(_folder, "one.txt"), "a\nb\n");
        Snapshot.VerifyFolder(_folder, new Dictionary<string, string> { ["one.txt"] = "a\nb\n" });
    }

    [Fact]
    public void A_different_file_fails_and_is_shown()
    {
        Write("one.txt", "a\nb\n");
        string failure = FailureOf(("one.txt", "a\nc\n"));
        Assert.Contains("-b", failure);
        Assert.Contains("+c", failure);
    }

    [Fact]
    public void A_missing_file_fails() => Assert.Contains("does not exist", FailureOf(("one.txt", "")));

    [Fact]
    public void A_file_too_many_fails()
    {
        Write("one.txt", "a");
        Write("two.txt", "b");
        Assert.Contains("Nothing is compared with", FailureOf(("one.txt", "a")));
    }

    [Fact]
    public void The_root_of_the_repository_holds_the_solution() => Assert.True(File.Exists(RepositoryRoot.Combine("InitGen.sln")));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string FailureOf((string Name, string Text) only)
    {
        Assert.SkipWhen(Snapshot.IsUpdating, "Snapshots are being written.");
        return Assert.Throws<InvalidOperationException>(
            () => Snapshot.VerifyFolder(_folder, new Dictionary<string, string> { [only.Name] = only.Text })).Message;
    }
}
