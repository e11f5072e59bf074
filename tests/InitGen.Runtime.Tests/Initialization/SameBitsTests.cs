using System;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Threading.Tasks;
using InitGen.Runtime.Tests.Threads;

namespace InitGen.Runtime.Tests.Initialization;

[Collection(ExecutionCollection.Name)]
public class SameBitsTests
{
    public static TheoryData<string> Names => [.. EveryInitializer.ByName.Keys];

    [Theory]
    [InlineData("Normal", "ECABAE3D94B1AC59")]
    [InlineData("TruncatedNormal", "2B0EF6EAC2B48287")]
    [InlineData("Uniform", "572F68F48A605316")]
    [InlineData("HeNormal", "BCB0524C96D40ED5")]
    [InlineData("XavierUniform", "51350FDA20C94B54")]
    [InlineData("Orthogonal", "73EE23AF0815B616")]
    [InlineData("Sparse", "EA3B248186F4CC39")]
    [InlineData("Custom", "D6A5C67F9F9BE98F")]
    public void Weights_have_the_bits_of_the_first_release(string name, string hash)
    {
        ChildProcess.AssertLanes();
        Assert.Equal(hash, Hash(EveryInitializer.ByName[name]));
    }

    [Theory]
    [MemberData(nameof(ChildProcess.Settings), MemberType = typeof(ChildProcess))]
    public Task Weights_have_the_same_bits_on_machines_without(string setting, LaneKind expectedLanes) => ChildProcess.RunWithout(
        typeof(SameBitsTests), nameof(Weights_have_the_bits_of_the_first_release), EveryInitializer.ByName.Count, setting, expectedLanes);

    [Theory]
    [MemberData(nameof(Names))]
    public void Weights_have_the_same_bits_on_any_number_of_threads(string name)
    {
        float[] expected = Draw(EveryInitializer.ByName[name], 1, 1100, 1201);
        for (int degree = 2; degree <= 8; degree += 3)
        {
            float[] actual = Draw(EveryInitializer.ByName[name], degree, 1100, 1201);
            Assert.True(expected.AsSpan().SequenceEqual(actual), $"{degree} threads");
        }
    }

    private static float[] Draw(EveryInitializer.Initializer initialize, int degree, int rows, int columns)
    {
        using var _ = new Degree(degree);
        var weights = new float[rows * columns];
        initialize(weights, rows, columns, 1, 2);
        return weights;
    }

    /// <summary>The hash of small, odd, wide and tall weights.</summary>
    private static string Hash(EveryInitializer.Initializer initialize)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach ((int rows, int columns) in new[] { (1, 1), (3, 67), (67, 3), (40, 90), (90, 40), (33, 33) })
        {
            var weights = new float[rows * columns];
            initialize(weights, rows, columns, 0x0123456789ABCDEF, 0xFEDCBA9876543210);
            hash.AppendData(MemoryMarshal.AsBytes(weights.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
