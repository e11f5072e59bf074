using System;
using System.Linq;
using InitGen.Initialization;
using MathNet.Numerics.Distributions;

namespace InitGen.Runtime.Tests.Initialization;

public class SparseTests
{
    public static TheoryData<LaneKind> Lanes => [.. LaneKinds.Supported];

    [Theory]
    [InlineData(500, 500, 15)]
    [InlineData(1000, 16, 16)]
    [InlineData(1000, 17, 16)]
    [InlineData(100, 200, 100)]
    [InlineData(50, 7, 1000)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 100_000, 1)]
    public void Each_unit_has_exactly_the_weights_asked_for(int units, int inputs, int nonZeros)
    {
        float[] weights = Draw(units, inputs, nonZeros);
        foreach (float[] unit in weights.Chunk(inputs))
        {
            Assert.Equal(Math.Min(nonZeros, inputs), unit.Count(weight => weight != 0));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(29)]
    public void All_places_are_equally_likely(int nonZeros)
    {
        const int Inputs = 30;
        const int Units = 20_000;
        var counts = new int[Inputs];
        foreach (float[] unit in Draw(Units, Inputs, nonZeros).Chunk(Inputs))
        {
            for (int i = 0; i < Inputs; i++)
            {
                counts[i] += unit[i] != 0 ? 1 : 0;
            }
        }

        // A count is binomial; together they lack one degree of freedom.
        double share = (double)nonZeros / Inputs;
        double squares = counts.Sum(count => Math.Pow(count - (Units * share), 2));
        double chiSquare = squares / (Units * share * (1 - share)) * (Inputs - 1) / Inputs;
        Assert.InRange(chiSquare, ChiSquared.InvCDF(Inputs - 1, 0.001), ChiSquared.InvCDF(Inputs - 1, 0.999));
    }

    [Fact]
    public void All_pairs_of_places_are_equally_likely()
    {
        const int Inputs = 6;
        const int Units = 30_000;
        var counts = new int[Inputs, Inputs];
        foreach (float[] unit in Draw(Units, Inputs, 2).Chunk(Inputs))
        {
            counts[Array.FindIndex(unit, weight => weight != 0), Array.FindLastIndex(unit, weight => weight != 0)]++;
        }

        double expected = Units / 15.0;
        double chiSquare = counts.Cast<int>().Where(count => count != 0).Sum(count => Math.Pow(count - expected, 2) / expected);
        Assert.Equal(15, counts.Cast<int>().Count(count => count != 0));
        Assert.True(chiSquare < ChiSquared.InvCDF(14, 0.999));
    }

    [Fact]
    public void Drawn_weights_are_normal()
    {
        float[] drawn = [.. Draw(50_000, 40, 20).Where(weight => weight != 0)];
        Assert.Equal(1_000_000, drawn.Length);
        Assert.True(KolmogorovSmirnov.Accepts(drawn, x => Normal.CDF(0, 0.7, x)));
    }

    [Fact]
    public void A_unit_does_not_depend_on_the_others()
    {
        Assert.Equal(Draw(1000, 50, 20)[..1500], Draw(30, 50, 20));
    }

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Lanes_of_any_width_make_the_same_bits(LaneKind lanes)
    {
        var weights = new float[40 * 90];
        new SparseFill(weights, 40, 90, 37, 0.7f, 31, 32).Invoke(lanes);
        Assert.Equal(Draw(40, 90, 37), weights);
    }

    [Fact]
    public void Without_spread_all_weights_are_0()
    {
        float[] weights = [1, 2, 3, 4];
        Initializers.Sparse(weights, 2, 2, 1, 0, 1, 2);
        Assert.Equal([0, 0, 0, 0], weights);
    }

    private static float[] Draw(int units, int inputs, int nonZeros)
    {
        var weights = new float[units * inputs];
        Array.Fill(weights, float.NaN);
        Initializers.Sparse(weights, units, inputs, nonZeros, 0.7, 31, 32);
        return weights;
    }
}
