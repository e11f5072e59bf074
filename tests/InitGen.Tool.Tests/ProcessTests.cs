using System;
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
    [InlineData(2)]
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
            await Run(["report", BuiltAssembly.OfTests, "--network", "Vanishing", "--fail-on", "vanishing"]);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("Vanishing\n48 parameters", output);
        Assert.StartsWith("Vanishing: Layer ", error);
    }

    [Theory]
    [InlineData("1,2,3\n4,5,6\n")]
    [InlineData("a,b,c\n1,2,3\n4,5,6\n")]
    public async Task Inputs_come_through_standard_input(string csv)
    {
        using TemporaryDirectory directory = new();
        string path = directory.Write("a.csv", csv);
        string[] arguments = ["report", BuiltAssembly.OfTests, "--network", "Healthy", "--json", "-", "--inputs"];
        (int exitCode, string output, string error) = await Run([.. arguments, path]);
        Assert.Equal((exitCode, output.Replace("\"a.csv\"", "\"standard input\""), error), await Run([.. arguments, "-"], csv));
    }

    [Fact]
    public async Task Standard_input_is_named_where_it_is_wrong()
    {
        (int exitCode, string output, string error) = await Run(
            ["report", BuiltAssembly.OfTests, "--network", "Healthy", "--inputs", "-"], "1,2,3\n4,x,6\n");
        Assert.Equal((2, "", "Standard input, line 2, column 2: 'x' is not a finite number.\n"), (exitCode, output, error));
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(string[] arguments, string input = "")
    {
        ProcessStartInfo start = new("dotnet", [typeof(ToolException).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = AppContext.BaseDirectory, // where there is no project
        };
        using Process process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
