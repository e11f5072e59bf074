using System;
using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using InitGen.Runtime.Tests.Initialization;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Runs tests in a process of their own: one that is to die, or whose runtime does without some of the machine's
/// instructions.</summary>
internal static class ChildProcess
{
    /// <summary>Set in the child: the lanes that must be the widest there, which shows that the setting took effect.</summary>
    private const string ExpectedLanes = "INITGEN_TESTS_EXPECTED_LANES";

    /// <summary>The settings of the runtime that take instructions away, and the widest lanes that remain. That for AVX2 takes FMA away
    /// too: .NET 10 has none for FMA alone.</summary>
    public static TheoryData<string, LaneKind> Settings => new()
    {
        { "DOTNET_EnableAVX512", LaneKind.Eight },
        { "DOTNET_EnableAVX2", LaneKind.One },
        { "DOTNET_EnableHWIntrinsic", LaneKind.One },
    };

    /// <summary>Whether this is a child.</summary>
    public static bool IsChild => Environment.GetEnvironmentVariable(ExpectedLanes) is not null;

    /// <summary>Checks, in a test that is run in a child, that the child has the instructions it should have.</summary>
    public static void AssertInstructions()
    {
        if (Environment.GetEnvironmentVariable(ExpectedLanes) is not { } expected)
        {
            return;
        }

        Assert.Equal(expected, LaneKinds.Widest.ToString());
        Assert.Equal(expected != nameof(LaneKind.One), Fma.IsSupported);
    }

    /// <summary>Runs the cases of a test in a child without some instructions.</summary>
    /// <param name="test">The test's class.</param>
    /// <param name="method">Its name.</param>
    /// <param name="cases">How many cases it has.</param>
    /// <param name="setting">The setting that is switched off.</param>
    /// <param name="expectedLanes">The widest lanes that remain on a machine that has all.</param>
    public static async Task RunWithout(Type test, string method, int cases, string setting, LaneKind expectedLanes)
    {
        LaneKind lanes = (LaneKind)Math.Min((int)expectedLanes, (int)LaneKinds.Widest);
        (int exitCode, string output) = await RunAsync(test, method, (setting, "0"), (ExpectedLanes, lanes.ToString()));
        Assert.True(exitCode == 0, output);
        Assert.Contains($"succeeded: {cases}", output, StringComparison.Ordinal);
    }

    /// <summary>Runs the cases of a test in a child.</summary>
    /// <param name="test">The test's class.</param>
    /// <param name="method">Its name.</param>
    /// <param name="environment">The variables that the child has besides those of this process.</param>
    /// <returns>Its exit code, and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        Type test, string method, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--filter-method", $"{test.FullName}.{method}" },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output += await errors;
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (child.ExitCode, output);
    }
}
