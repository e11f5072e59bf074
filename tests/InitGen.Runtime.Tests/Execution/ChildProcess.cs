using System;
using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using System.Threading.Tasks;
using InitGen.Runtime.Tests.Initialization;

namespace InitGen.Runtime.Tests.Threads;

/// <summary>Runs tests again in a process whose runtime does without some of the machine's instructions.</summary>
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
        if (Environment.GetEnvironmentVariable(ExpectedLanes) is not { } expected) return;
        Assert.Equal(expected, LaneKinds.Widest.ToString());
        Assert.Equal(expected != nameof(LaneKind.One), Fma.IsSupported);
    }

    /// <summary>Runs the cases of a test in a child.</summary>
    /// <param name="test">The test's class.</param>
    /// <param name="method">Its name.</param>
    /// <param name="cases">How many cases it has.</param>
    /// <param name="setting">The setting that is switched off.</param>
    /// <param name="expectedLanes">The widest lanes that remain on a machine that has all.</param>
    public static async Task RunWithout(Type test, string method, int cases, string setting, LaneKind expectedLanes)
    {
        LaneKind lanes = (LaneKind)Math.Min((int)expectedLanes, (int)LaneKinds.Widest);
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "--filter-method", $"{test.FullName}.{method}" },
            Environment = { [setting] = "0", [ExpectedLanes] = lanes.ToString() },
        };
        using Process child = Process.Start(start)!;
        Task<string> errors = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output += await errors;
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(child.ExitCode == 0, output);
        Assert.Contains($"succeeded: {cases}", output, StringComparison.Ordinal);
    }
}
