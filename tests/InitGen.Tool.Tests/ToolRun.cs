using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using InitGen.Tool.Commands;

namespace InitGen.Tool.Tests;

/// <summary>One run of the tool in this process.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    // In an empty folder: no project is built there, and no file is overwritten, that no test means.
    static ToolRun()
    {
        var folder = new TemporaryDirectory();
        Environment.CurrentDirectory = folder.Path;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
    }

    /// <summary>Runs the tool.</summary>
    public static Task<ToolRun> Of(params string[] arguments) => Of(TestContext.Current.CancellationToken, arguments);

    /// <summary>Runs the tool.</summary>
    public static async Task<ToolRun> Of(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        int exitCode = await InitGenCommand.RunAsync(arguments, output, error, cancellationToken);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Checks that it refused, with one sentence and no output.</summary>
    /// <param name="sentence">The sentence.</param>
    public void AssertRefused(string sentence)
    {
        Assert.Equal((2, "", sentence + "\n"), (ExitCode, Output, Error));
    }

    /// <summary>Checks that it refused the arguments, with one sentence, the way to help, and no output.</summary>
    /// <param name="sentence">The sentence.</param>
    public void AssertMisused(string sentence) => AssertRefused($"{sentence}\n'initgen report --help' tells more.");
}
