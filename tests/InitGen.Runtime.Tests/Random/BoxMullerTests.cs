using System;
using InitGen.Lanes;

namespace InitGen.Runtime.Tests.Philox;

public class BoxMullerTests
{
    private static readonly uint[] Edges =
        [0, 1, 2, 3, 0x3FFFFFFF, 0x40000000, 0x7FFFFFFF, 0x80000000, 0xAAAAAAAA, 0xC0000000, 0xFFFFFF7E, 0xFFFFFFFF];

    [Fact]
    public void Numbers_are_those_of_the_definition_to_5_units_in_the_last_place()
    {
        var random = new PhiloxStream(1, 2);
        for (int i = 0; i < 200_000; i++)
        {
            Check(random.NextUInt32(), random.NextUInt32());
            Check(random.NextUInt32() >> (i % 32), random.NextUInt32());
        }
    }

    [Fact]
    public void Extreme_words_make_the_extreme_numbers_and_never_0()
    {
        foreach (uint radius in Edges)
        {
            foreach (uint angle in Edges)
            {
                Check(radius, angle);
            }
        }

        Assert.InRange(BoxMuller.Transform<ScalarLane, float, uint>(0, 0).First, 6.55f, 6.56f);
    }

    /// <summary>The definition in double precision, with the library's functions.</summary>
    private static void Check(uint radius, uint angle)
    {
        double u = (float)(int)((radius >> 1) | 1) * (Math.Pow(2, -31) - Math.Pow(2, -58));
        double length = Math.Sqrt(-2 * Math.Log(u)) * ((angle & 0x80000000) == 0 ? 1 : -1);
        (double sin, double cos) = Math.SinCos(Math.PI / 4 * (int)((angle << 2) | 2) / Math.Pow(2, 31));
        (double first, double second) = (angle & 0x40000000) == 0 ? (length * cos, length * sin) : (length * sin, length * cos);

        (float actualFirst, float actualSecond) = BoxMuller.Transform<ScalarLane, float, uint>(radius, angle);
        Assert.InRange(actualFirst / first, 1 - 3e-7, 1 + 3e-7);
        Assert.InRange(actualSecond / second, 1 - 3e-7, 1 + 3e-7);
    }
}
