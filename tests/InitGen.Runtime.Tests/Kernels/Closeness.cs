using System;
using System.Collections.Generic;
using System.Linq;

namespace InitGen.Runtime.Tests.Kernels;

/// <summary>Compares values with more exact ones.</summary>
internal static class Closeness
{
    /// <summary>Each is as close as a part of the largest magnitude.</summary>
    public static void AssertClose(IEnumerable<double> expected, float[] actual, double tolerance)
    {
        double[] values = [.. expected];
        Assert.Equal(values.Length, actual.Length);
        double largest = values.Select(Math.Abs).DefaultIfEmpty().Max();
        for (int i = 0; i < values.Length; i++)
        {
            bool isClose = Math.Abs(values[i] - actual[i]) <= tolerance * largest;
            Assert.True(isClose, $"{actual[i]} at {i} should be {values[i]}; the largest is {largest}.");
        }
    }
}
