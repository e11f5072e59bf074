using System;
using System.IO;
using InitGen.Files;

namespace InitGen.Runtime.Tests.Files;

public class AtomicFileTests
{
    [Fact]
    public void An_earlier_file_is_whole_until_the_new_one_is()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("weights");
        File.WriteAllText(path, "old");
        using (var file = new AtomicFile(path))
        {
            file.Stream.Write("ne"u8);
            file.Stream.Flush();
            Assert.Equal("old", File.ReadAllText(path)); // what is there if the process is killed now
            file.Stream.Write("w"u8);
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void A_write_that_fails_leaves_the_earlier_file_and_nothing_else()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("weights");
        File.WriteAllText(path, "old");
        Stream? stream = null;
        Assert.Throws<DivideByZeroException>(void () =>
        {
            using var file = new AtomicFile(path);
            stream = file.Stream;
            stream.Write("ne"u8);
            throw new DivideByZeroException();
        });

        Assert.False(stream!.CanWrite);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void A_file_that_cannot_take_its_place_is_removed()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("weights");
        Directory.CreateDirectory(path);
        using (var file = new AtomicFile(path))
        {
            Assert.ThrowsAny<SystemException>(file.Commit);
        }

        Assert.Empty(Directory.GetFiles(directory.Path));
        Assert.True(Directory.Exists(path));
    }
}
