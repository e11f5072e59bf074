using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using InitGen.Files;

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
        using Process writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            ArgumentList = { "--filter-method", $"*.{nameof(A_process_that_is_killed_while_it_writes_leaves_the_earlier_file)}" },
            Environment = { [HalfWritten] = path },
        })!;
        await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, writer.ExitCode);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal("ne", File.ReadAllText(Assert.Single(Directory.GetFiles(directory.Path, "*.tmp")))); // so far it had come
    }
}
