using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using InitGen.Randomness;
using MathNet.Numerics.Distributions;

namespace InitGen.Runtime.Tests.Philox;

/// <summary>A hundredth of what tests/InitGen.Randomness does: docs/randomness.md.</summary>
public class RandomnessTests
{
    [Fact]
    public void Weights_have_their_distributions_and_parameters_are_uncorrelated() =>
        Assert.DoesNotContain(
            WeightFindings.Of(seed: 2024, draws: 1_000_000, parameters: 20, weights: 1 << 14), finding => !finding.IsGood);

    // The quantiles that Marsaglia and Marsaglia 2004 and Marsaglia, Tsang and Wang 2003 state.
    [Theory]
    [InlineData(0.10, 1.932958, 1.223848)]
    [InlineData(0.05, 2.492367, 1.358099)]
    [InlineData(0.01, 3.878125, 1.627624)]
    public void P_values_are_those_of_the_papers(double p, double andersonDarling, double kolmogorov)
    {
        Assert.Equal(p, GoodnessOfFit.AndersonDarlingTail(andersonDarling), 0.001 * p);
        Assert.Equal(p, GoodnessOfFit.KolmogorovTail(kolmogorov), 0.001 * p);
    }

    [Theory]
    [InlineData(0.02, 1)]
    [InlineData(0, 1.02)]
    public void Normal_numbers_of_another_mean_or_deviation_are_told_apart(double mean, double stdDev)
    {
        var sample = new float[200_000];
        Initializers.Normal(sample, mean, stdDev, 5, 6);
        Array.Sort(sample);
        Assert.InRange(GoodnessOfFit.KolmogorovSmirnov(sample, x => Normal.CDF(0, 1, x)), 0, 1e-4);
        Assert.InRange(GoodnessOfFit.AndersonDarling(sample, x => Normal.CDF(0, 1, x), x => Normal.CDF(0, 1, -x)), 0, 1e-4);
    }

    [Fact]
    public void The_bits_that_dieharder_reads_are_those_of_the_generator()
    {
        var bytes = new Dictionary<string, byte[]>();
        foreach (string name in BitStreams.ByName.Keys)
        {
            bytes[name] = new byte[100_000];
            BitStreams.Write(name, new ClosedPipe(bytes[name]));
        }

        // Block 2 of each.
        Assert.Equal(Block(42, "Hidden1.Weights", 2), bytes["counters"][32..48]);
        Assert.Equal(Block(2, "Hidden1.Weights", 0), bytes["seeds"][32..48]);
        Assert.Equal(Block(42, "Hidden.2.Weights", 0), bytes["names"][32..48]);
        Assert.Equal(Block(new PhiloxStream(42, 2)), bytes["streams"][32..48]);
    }

    private static byte[] Block(ulong seed, string parameter, ulong block) =>
        Block(new PhiloxStream(seed, InitGen.Initialization.ParameterStream.Of(parameter)) { Position = 4 * block });

    private static byte[] Block(PhiloxStream random) =>
        [.. Enumerable.Range(0, 4).SelectMany(_ => BitConverter.GetBytes(random.NextUInt32()))];

    /// <summary>Ends as a pipe does whose reader has enough.</summary>
    private sealed class ClosedPipe(byte[] buffer) : MemoryStream(buffer)
    {
        public override void Write(ReadOnlySpan<byte> source)
        {
            base.Write(source[..(int)Math.Min(source.Length, Length - Position)]);
            if (Position == Length)
            {
                throw new IOException("The pipe is closed.");
            }
        }
    }
}
