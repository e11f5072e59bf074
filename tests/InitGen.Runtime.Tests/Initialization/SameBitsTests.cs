using System;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Initialization;

/// <summary>The promise of docs/reproducibility.md.</summary>
[Collection(ExecutionCollection.Name)]
public class SameBitsTests
{
    /// <summary>Set where the tests must run on one of the two builds, Debug or Release.</summary>
    private const string ExpectedBuild = "INITGEN_TESTS_EXPECTED_BUILD";

    public static TheoryData<string> Names => [.. EveryInitializer.ByName.Keys];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_golden_file_is_reproduced_by_any_number_of_threads(int degree)
    {
        AssertBuild();
        Reproduces(degree);
    }

    [Fact]
    public void The_golden_file_is_reproduced_by_the_instructions_there_are()
    {
        ChildProcess.AssertInstructions();
        Reproduces(degree: 5);
    }

    [Theory]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task The_golden_file_is_reproduced_on_machines_without(string setting, LaneKind expectedLanes) => ChildProcess.RunWithout(
        typeof(SameBitsTests), nameof(The_golden_file_is_reproduced_by_the_instructions_there_are), 1, setting, expectedLanes);

    [Fact]
    public void The_golden_file_has_every_initializer()
    {
        string[] initializers =
            [.. typeof(Initializers).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => method.Name)];
        Assert.Equal(initializers.Order(), GoldenWeights.ReadAll().Select(line => line.Call.Split('(')[0]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_have_the_same_bits_on_any_number_of_threads(string name)
    {
        float[] expected = Draw(EveryInitializer.ByName[name], 1, 1100, 1201);
        for (int degree = 2; degree <= 8; degree++)
        {
            float[] actual = Draw(EveryInitializer.ByName[name], degree, 1100, 1201);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{degree} threads");
        }
    }

    private static void Reproduces(int degree)
    {
        using var _ = new Degree(degree);
        GoldenWeights[] others = [.. GoldenWeights.ReadAll().Select(line => line.Drawn()).Except(GoldenWeights.ReadAll())];
        Assert.True(others.Length == 0, $"Lines that golden-weights.txt does not have:\n{string.Join('\n', others.AsEnumerable())}");
    }

    /// <summary>Checks that the code under test is built as the caller says.</summary>
    private static void AssertBuild()
    {
        string? build = typeof(Initializers).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration;
        Assert.Equal(Environment.GetEnvironmentVariable(ExpectedBuild) ?? build, build);
    }

    private static float[] Draw(EveryInitializer.Initializer initialize, int degree, int rows, int columns)
    {
        using var _ = new Degree(degree);
        var weights = new float[rows * columns];
        initialize(weights, rows, columns, 1, 2);
        return weights;
    }
}
