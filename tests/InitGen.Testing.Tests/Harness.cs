using System.Threading.Tasks;

namespace InitGen.Testing.Tests;

internal static class Harness
{
    /// <summary>Runs a test that the harness must fail.</summary>
    /// <returns>What the harness says.</returns>
    public static async Task<string> FailureOf(AnalyzerTest test) =>
        (await Assert.ThrowsAsync<VerificationException>(() => test.RunAsync(TestContext.Current.CancellationToken))).Message;

    /// <summary>Runs a test that the harness must pass.</summary>
    public static Task Passes(AnalyzerTest test) => test.RunAsync(TestContext.Current.CancellationToken);
}
