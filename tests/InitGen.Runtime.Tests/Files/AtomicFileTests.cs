using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.Versioning;
using System.Text;
using System.Threading.Tasks;
using InitGen.Files;
using InitGen.Kernels;
using InitGen.Runtime.Tests.Kernels;
using SmallNetworkType =
    InitGen.Runtime.Tests.Kernels.TestNetwork<InitGen.Runtime.Tests.Files.SmallShape, InitGen.Kernels.Relu, InitGen.Kernels.Linear>;

namespace InitGen.Runtime.Tests.Files;

public class AtomicFileTests
{
    public static bool IsWindows => OperatingSystem.IsWindows();

    public static bool IsAdministrator => Environment.IsPrivilegedProcess;

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
        using (var file = new AtomicFile(path))
        {
            Directory.CreateDirectory(path);
            Assert.ThrowsAny<SystemException>(file.Commit);
        }

        Assert.Empty(Directory.GetFiles(directory.Path));
        Assert.True(Directory.Exists(path));
    }

    [Theory(Skip = "Windows has no modes.", SkipWhen = nameof(IsWindows))]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite)] // more than a process gives its files
    public void A_file_that_is_replaced_keeps_its_mode(UnixFileMode mode)
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("weights");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, mode);
        using (var file = new AtomicFile(path))
        {
            Assert.Equal(mode, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(directory.Path, "*.tmp"))));
            file.Stream.Write("new"u8);
            file.Commit();
        }

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(mode, File.GetUnixFileMode(path));
    }

    [Theory(Skip = "Making links takes a right of its own on Windows.", SkipWhen = nameof(IsWindows))]
    [InlineData(true)]
    [InlineData(false)] // links that lead nowhere yet
    public void Links_are_followed(bool isThere)
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("target");
        Directory.CreateDirectory(directory.File("deep/folder"));
        Directory.CreateSymbolicLink(directory.File("folder"), "deep/folder");
        File.CreateSymbolicLink(directory.File("deep/other"), "../target");
        File.CreateSymbolicLink(directory.File("folder/second"), "../other"); // ".." of where the folder is, not of where its link is
        File.CreateSymbolicLink(directory.File("first"), directory.File("folder/./second"));
        if (isThere)
        {
            File.WriteAllText(path, "old");
        }

        foreach (string name in new[] { "first", "folder/second" })
        {
            Write(directory.File(name), name);
            Assert.Equal(name, File.ReadAllText(path));
            Assert.NotNull(new FileInfo(directory.File(name)).LinkTarget);
        }

        Assert.Equal(["first", "target"], Directory.GetFiles(directory.Path).Select(Path.GetFileName).Order());
        Assert.Null(new FileInfo(path).LinkTarget);
    }

    [Fact(Skip = "Making links takes a right of its own on Windows.", SkipWhen = nameof(IsWindows))]
    public void Links_that_lead_to_each_other_are_refused()
    {
        using TemporaryDirectory directory = new();
        File.CreateSymbolicLink(directory.File("one"), "other");
        File.CreateSymbolicLink(directory.File("other"), "one");
        Assert.ThrowsAny<IOException>(() => new AtomicFile(directory.File("one")));
    }

    [Theory(Skip = "Devices are files on Unix.", SkipWhen = nameof(IsWindows))]
    [InlineData("/dev/null")]
    [InlineData("link")]
    public void A_device_is_written_to_and_stays_one(string path)
    {
        using TemporaryDirectory directory = new();
        File.CreateSymbolicLink(directory.File("link"), "/dev/null");
        string[] before = Directory.GetFileSystemEntries("/dev");
        Write(Path.Combine(directory.Path, path), "new");
        Safetensors.Write(SmallNetwork.Create(), Path.Combine(directory.Path, path));
        Npz.Write(SmallNetwork.Create(), Path.Combine(directory.Path, path));
        Npy.Write([1, 2], 1, 2, Path.Combine(directory.Path, path));
        Assert.Equal("", File.ReadAllText("/dev/null"));
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries("/dev").Order());
        Assert.Equal("/dev/null", new FileInfo(directory.File("link")).LinkTarget);
        Assert.ThrowsAny<IOException>(() => Write("/dev/full", "new"));
    }

    [Fact(Skip = "Pipes are files on Unix.", SkipWhen = nameof(IsWindows))]
    public async Task A_pipe_is_written_to_and_read_from()
    {
        using TemporaryDirectory directory = new();
        string path = directory.File("pipe");
        using (Process make = Process.Start("mkfifo", [path]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        SmallNetworkType copy = SmallNetwork.CreateOther();
        Task reading = Task.Run(() => Npz.Read(copy, path), TestContext.Current.CancellationToken);
        Npz.Write(SmallNetwork.Create(), path);
        await reading;
        Assert.Equal(SmallNetwork.Create().Parameters.ToArray(), copy.Parameters.ToArray());

        reading = Task.Run(() => Safetensors.Read(copy, path), TestContext.Current.CancellationToken);
        Safetensors.Write(SmallNetwork.Create(), path);
        await reading;
        Assert.Equal([path], Directory.GetFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(238)]
    [InlineData(239)]
    [InlineData(255)]
    public void A_name_may_be_as_long_as_the_system_allows(int length)
    {
        using TemporaryDirectory directory = new();
        string path = directory.File(new string('w', length));
        Write(path, "old");
        Write(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(directory.Path));
    }

    [Fact]
    public void What_may_not_be_written_is_refused_as_the_documentation_says()
    {
        using TemporaryDirectory directory = new();
        Assert.Throws<UnauthorizedAccessException>(() => new AtomicFile(directory.Path));
        Assert.Throws<DirectoryNotFoundException>(() => new AtomicFile(directory.File("missing/weights")));
        Assert.ThrowsAny<IOException>(() => new AtomicFile(directory.File(new string('w', 256))));
        File.WriteAllText(directory.File("file"), "");
        Assert.ThrowsAny<IOException>(() => new AtomicFile(directory.File("file/weights")));
        Assert.ThrowsAny<IOException>(() => new AtomicFile(directory.File("folder/")));
        Assert.Throws<ArgumentException>("path", () => new AtomicFile(""));
        Assert.Throws<ArgumentException>("path", () => new AtomicFile("null\0character"));
        Assert.Single(Directory.GetFileSystemEntries(directory.Path));
    }

    [Fact(Skip = "The administrator may write everything.", SkipWhen = nameof(IsAdministrator))]
    public void A_file_that_is_read_only_is_refused()
    {
        using TemporaryDirectory directory = new();
        File.WriteAllText(directory.File("weights"), "old");
        File.SetAttributes(directory.File("weights"), FileAttributes.ReadOnly);
        Assert.Throws<UnauthorizedAccessException>(() => new AtomicFile(directory.File("weights")));
        File.SetAttributes(directory.File("weights"), FileAttributes.Normal);
        Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFiles(directory.Path))));
    }

    [Fact]
    public async Task On_a_full_disk_the_earlier_file_stays_and_nothing_else()
    {
        using TemporaryDirectory directory = new();
        bool isMounted = OperatingSystem.IsLinux()
            && await RunAsync("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", directory.Path) == 0;
        Assert.SkipUnless(isMounted, "A small disk is mounted by Linux, for its administrator.");
        try
        {
            string path = directory.File("weights");
            File.WriteAllText(path, "old");
            var values = new float[30_000];
            Action[] writes =
            [
                () => Npy.Write(values, 1, values.Length, path),
                () => Npy.Write(values, 300, 100, path),
                () => Safetensors.Write(TestNetwork<WideShape, Tanh, Tanh>.Create(seed: 1), path),
                () => Npz.Write(TestNetwork<WideShape, Tanh, Tanh>.Create(seed: 1), path),
                () => Write(path, new string('w', 100_000)),
            ];
            foreach (Action write in writes)
            {
                Assert.ThrowsAny<IOException>(write);
                Assert.Equal("old", File.ReadAllText(Assert.Single(Directory.GetFileSystemEntries(directory.Path))));
            }

            // What a caller throws is not hidden by what it has left to write.
            Assert.Throws<DivideByZeroException>(void () =>
            {
                using var file = new AtomicFile(path);
                file.Stream.Write(new byte[60_000]);
                file.Stream.Write(new byte[2000]);
                file.Stream.Write(new byte[2000]);
                throw new DivideByZeroException();
            });
            Assert.Single(Directory.GetFileSystemEntries(directory.Path));
        }
        finally
        {
            Assert.Equal(0, await RunAsync("umount", directory.Path));
        }
    }

    private static void Write(string path, string text)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(Encoding.UTF8.GetBytes(text));
        file.Commit();
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
