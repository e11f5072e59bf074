using System.Diagnostics;
using System.Threading.Tasks;

namespace InitGen.Tool.Tests;

/// <summary>The tool as a process of its own.</summary>
public class ProcessTests
{
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "--version")]
    [InlineData(0, "report", "--help")]
    [InlineData(2, "report")]
    [InlineData(2, "explain", "INIT9999")]
    [InlineData(2, "lst")]
    public async Task Exit_codes_are_those_that_people_expect(int exitCode, params string[] arguments)
    {
        (int actual, string output, string error) = await Run(arguments);
        Assert.Equal(exitCode, actual);
        Assert.Equal(exitCode == 0, output.Length > 0);
        Assert.Equal(exitCode != 0, error.Length > 0);
        Assert.DoesNotContain("   at ", error); // no stack trace
    }

    [Fact]
    public async Task A_network_that_fails_ends_with_1_after_all_is_reported()
    {
        (int exitCode, string output, string error) =
            await Run("report", BuiltAssembly.OfTests, "--network", "Vanishing", "--fail-on", "vanishing");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("Vanishing\n48 parameters", output);
        Assert.StartsWith("Vanishing: Layer ", error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(ToolException).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
