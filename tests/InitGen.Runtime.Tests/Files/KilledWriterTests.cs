using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using InitGen.Files;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Files;

public class KilledWriterTests
{
    /// <summary>Set in a process that is to die while it writes this file.</summary>
    private const string HalfWritten = "INITGEN_TESTS_HALF_WRITTEN";

    [Fact]
    public async Task A_process_that_is_killed_while_it_writes_leaves_the_earlier_file()
    {
        if (Environment.GetEnvironmentVariable(HalfWritten) is { } written)
        {
            var file = new AtomicFile(written);
            file.Stream.Write("ne"u8);
            file.Stream.Flush();
            Process.GetCurrentProcess().Kill();
        }

        using TemporaryDirectory directory = new();
        string path = directory.File("weights");
        File.WriteAllText(path, "old");
        (int exitCode, _) = await ChildProcess.RunAsync(
            typeof(KilledWriterTests), nameof(A_process_that_is_killed_while_it_writes_leaves_the_earlier_file), (HalfWritten, path));

        Assert.NotEqual(0, exitCode);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal("ne", File.ReadAllText(Assert.Single(Directory.GetFiles(directory.Path, "*.tmp")))); // so far it had come
    }
}
