using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace InitGen;

/// <summary>How often values fell into each of <see cref="BinCount"/> equal bins from <see cref="Lower"/> to <see cref="Upper"/>, and
/// below and above them. A bin holds its lower edge, the last one its upper edge too, as numpy.histogram has it.</summary>
public struct Histogram : IEquatable<Histogram>
{
    /// <summary>The number of bins.</summary>
    public const int BinCount = 30;

    private const int Columns = 8;
    private const int SlotCount = BinCount + 2;

    private Bins _bins;
    private readonly float _lower;
    private readonly float _upper;

    internal Histogram(float lower, float upper)
    {
        _lower = lower;
        _upper = upper;
    }

    /// <summary>The lower edge of the first bin.</summary>
    public readonly double Lower => _lower;

    /// <summary>The upper edge of the last bin.</summary>
    public readonly double Upper => _upper;

    /// <summary>How many values are below <see cref="Lower"/>.</summary>
    public long Below { get; private set; }

    /// <summary>How many values are above <see cref="Upper"/>.</summary>
    public long Above { get; private set; }

    /// <summary>How many values are in a bin.</summary>
    /// <param name="bin">The bin, from 0.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="bin"/> is not below <see cref="BinCount"/>.</exception>
    public readonly long this[int bin] => _bins[bin];

    /// <summary>Copies the counts of all bins.</summary>
    /// <param name="destination">At least <see cref="BinCount"/> counts; written.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter.</exception>
    public readonly void CopyTo(Span<long> destination)
    {
        if (destination.Length < BinCount)
        {
            throw new ArgumentException(
                $"The destination has {destination.Length} places; a histogram has {BinCount} bins.", nameof(destination));
        }

        ((ReadOnlySpan<long>)_bins).CopyTo(destination);
    }

    /// <summary>Whether two histograms have the same counts in the same bins.</summary>
    /// <param name="left">A histogram.</param>
    /// <param name="right">Another histogram.</param>
    public static bool operator ==(in Histogram left, in Histogram right) => left.Equals(right);

    /// <summary>Whether two histograms differ in a count or a bin.</summary>
    /// <param name="left">A histogram.</param>
    /// <param name="right">Another histogram.</param>
    public static bool operator !=(in Histogram left, in Histogram right) => !left.Equals(right);

    /// <inheritdoc/>
    public readonly bool Equals(Histogram other) => _lower == other._lower && _upper == other._upper
        && Below == other.Below && Above == other.Above && ((ReadOnlySpan<long>)_bins).SequenceEqual(other._bins);

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Histogram other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes((ReadOnlySpan<long>)_bins));
        return HashCode.Combine(_lower, _upper, Below, Above, hash.ToHashCode());
    }

    /// <summary>Counts finite values.</summary>
    /// <param name="values">The values.</param>
    internal unsafe void Add(ReadOnlySpan<float> values)
    {
        // Each lane counts in a column of its own, so that equal values that follow each other do not wait for each other.
        int* counts = stackalloc int[SlotCount * Columns];
        int* slots = stackalloc int[Columns];
        for (; values.Length >= Columns; values = values[Columns..])
        {
            Slots(Vector256.Create(values)).Store(slots);
            counts[slots[0]]++;
            counts[slots[1] + 1]++;
            counts[slots[2] + 2]++;
            counts[slots[3] + 3]++;
            counts[slots[4] + 4]++;
            counts[slots[5] + 5]++;
            counts[slots[6] + 6]++;
            counts[slots[7] + 7]++;
        }

        foreach (float value in values) counts[Slots(Vector256.Create(value))[0]]++;

        Below += Vector256.Sum(Vector256.Load(counts));
        Above += Vector256.Sum(Vector256.Load(counts + ((SlotCount - 1) * Columns)));
        for (int bin = 0; bin < BinCount; bin++) _bins[bin] += Vector256.Sum(Vector256.Load(counts + ((bin + 1) * Columns)));
    }

    /// <summary>Adds the counts of another histogram over the same range.</summary>
    /// <param name="other">The other histogram.</param>
    internal void Merge(in Histogram other)
    {
        for (int bin = 0; bin < BinCount; bin++) _bins[bin] += other._bins[bin];
        Below += other.Below;
        Above += other.Above;
    }

    /// <summary>Where values are counted: in the slot of their bin, or in the one before or behind them all.</summary>
    private readonly Vector256<int> Slots(Vector256<float> values)
    {
        Vector256<float> lower = Vector256.Create(_lower);
        Vector256<float> bins = (values - lower) * Vector256.Create(BinCount / (_upper - _lower));
        bins = Vector256.MinNative(bins, Vector256.Create(BinCount - 1f));
        Vector256<int> slots = Vector256.ConvertToInt32Native(bins) + Vector256<int>.One;
        slots = Vector256.AndNot(slots, Vector256.LessThan(values, lower).AsInt32());
        Vector256<float> isAbove = Vector256.GreaterThan(values, Vector256.Create(_upper));
        return Vector256.ConditionalSelect(isAbove.AsInt32(), Vector256.Create(SlotCount - 1), slots) * Columns;
    }

    [InlineArray(BinCount)]
    private struct Bins
    {
        private long _first;
    }
}
