using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace InitGen.Statistics;

/// <summary>The smallest and the largest of some finite values, and how many of them are 0.</summary>
internal record struct Extent
{
    /// <summary>That of no values.</summary>
    public static readonly Extent Empty = new() { Smallest = float.PositiveInfinity, Largest = float.NegativeInfinity };

    /// <summary>The smallest value; infinity without any.</summary>
    public float Smallest { get; private set; }

    /// <summary>The largest value; minus infinity without any.</summary>
    public float Largest { get; private set; }

    /// <summary>How many values are exactly 0.</summary>
    public long Zeros { get; private set; }

    /// <summary>Adds finite values.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<float> values)
    {
        var smallest = new Vector<float>(Smallest);
        var largest = new Vector<float>(Largest);
        Vector<int> zeros = default;
        for (; values.Length >= Vector<float>.Count; values = values[Vector<float>.Count..])
        {
            var value = new Vector<float>(values);
            smallest = Vector.MinNative(smallest, value);
            largest = Vector.MaxNative(largest, value);
            zeros -= Vector.Equals(value, Vector<float>.Zero); // a mask is −1
        }

        Zeros += Vector.Sum(zeros);
        for (int lane = 0; lane < Vector<float>.Count; lane++)
        {
            Include(smallest[lane], largest[lane]);
        }

        foreach (float value in values)
        {
            Include(value, value);
            Zeros += value == 0 ? 1 : 0;
        }
    }

    /// <summary>Adds the values of another extent.</summary>
    /// <param name="other">The other extent.</param>
    public void Merge(in Extent other)
    {
        Include(other.Smallest, other.Largest);
        Zeros += other.Zeros;
    }

    private void Include(float smallest, float largest)
    {
        Smallest = Math.Min(Smallest, smallest);
        Largest = Math.Max(Largest, largest);
    }
}
