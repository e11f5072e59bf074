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
        Assert.Contains("  a\n- b\n+ c\n", FailureOf(("one.txt", "a\nc\n")));
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

    [Theory]
    [InlineData("a\nb", "a\nb", "  a\n  b")]
    [InlineData("a\nb\nc", "a\nc", "  a\n- b\n  c")]
    [InlineData("a\nc", "a\nb\nc", "  a\n+ b\n  c")]
    [InlineData("a\r\n", "a\n", "- a␍\n+ a\n  ")]
    public void The_difference_of_two_texts_is_shown_line_by_line(string expected, string actual, string difference) =>
        Assert.Equal(difference, LineDifference.Of(expected, actual));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private string FailureOf((string Name, string Text) only)
    {
        Assert.SkipWhen(Snapshot.IsUpdating, "Snapshots are being written.");
        return Assert.Throws<VerificationException>(
            () => Snapshot.VerifyFolder(_folder, new Dictionary<string, string> { [only.Name] = only.Text })).Message;
    }
}
