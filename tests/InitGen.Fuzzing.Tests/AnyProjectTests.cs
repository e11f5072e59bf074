using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace InitGen.Fuzzing.Tests;

/// <summary>Projects at random. INITGEN_FUZZ_COUNT says how many beyond those of every run, INITGEN_FUZZ_SEED of which seed.</summary>
public class AnyProjectTests
{
    /// <summary>The seed of the projects of every run.</summary>
    internal const int FixedSeed = 1;

    [Fact]
    public Task Any_project_of_the_fixed_seed_is_generated_or_explained() => RunAsync(FixedSeed, Count("INITGEN_FUZZ_FIXED", 300));

    [Fact]
    public Task Any_project_of_a_fresh_seed_is_generated_or_explained()
    {
        int count = Count("INITGEN_FUZZ_COUNT", 0);
        Assert.SkipUnless(count > 0, "Set INITGEN_FUZZ_COUNT to try that many projects of a fresh seed.");
        int seed = Environment.GetEnvironmentVariable("INITGEN_FUZZ_SEED") is { } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : Environment.TickCount & 0xFFFFFF;
        TestContext.Current.SendDiagnosticMessage($"The fresh seed is {seed}.");
        Console.WriteLine($"The fresh seed is {seed}; INITGEN_FUZZ_SEED={seed} repeats it.");
        return RunAsync(seed, count);
    }

    private static int Count(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static async Task RunAsync(int seed, int count)
    {
        int right = 0;
        ConcurrentQueue<string> failures = [];
        await Parallel.ForAsync(0, count, TestContext.Current.CancellationToken, async (number, cancellation) =>
        {
            Chance chance = new(seed, number);
            FuzzedProject project = new ProjectWriter(chance).Write();
            try
            {
                if (await ProjectCheck.RunAsync(project, chance, cancellation))
                {
                    Interlocked.Increment(ref right);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                failures.Enqueue($"Project {number} of seed {seed} fails: {exception}\n{project}");
            }
        });

        Assert.True(failures.IsEmpty, $"{failures.Count} of {count} projects of seed {seed} fail.\n\n{string.Join("\n\n", failures)}");

        // Mistakes everywhere would prove little.
        Assert.True(right >= count / 50, $"Only {right} of {count} projects are right.");
    }
}
