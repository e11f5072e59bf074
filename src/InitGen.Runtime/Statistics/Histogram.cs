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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void Add(ReadOnlySpan<float> values)
    {
        // Each lane counts in a column of its own, so that equal values that follow each other do not wait for each other.
        int* counts = stackalloc int[SlotCount * Columns];
        uint* places = stackalloc uint[Columns];
        float lower = _lower;
        float upper = _upper;
        for (; values.Length >= Columns; values = values[Columns..])
        {
            Places(Vector256.Create(values), lower, upper).Store(places);
            counts[places[0]]++;
            counts[places[1]]++;
            counts[places[2]]++;
            counts[places[3]]++;
            counts[places[4]]++;
            counts[places[5]]++;
            counts[places[6]]++;
            counts[places[7]]++;
        }

        foreach (float value in values) counts[Places(Vector256.Create(value), lower, upper)[0]]++;

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

    /// <summary>Where values are counted: in the row of their bin, or in the one before or behind all bins, each lane in its
    /// column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Places(Vector256<float> values, float lower, float upper)
    {
        Vector256<float> bins = (values - Vector256.Create(lower)) * Vector256.Create(BinCount / (upper - lower));
        bins = Vector256.MinNative(bins, Vector256.Create(BinCount - 1f));
        Vector256<int> slots = Vector256.ConvertToInt32Native(bins) + Vector256<int>.One;
        slots = Vector256.AndNot(slots, Vector256.LessThan(values, Vector256.Create(lower)).AsInt32());
        Vector256<int> isAbove = Vector256.GreaterThan(values, Vector256.Create(upper)).AsInt32();
        slots = Vector256.ConditionalSelect(isAbove, Vector256.Create(SlotCount - 1), slots);
        return ((slots * Columns) + Vector256<int>.Indices).AsUInt32();
    }

    [InlineArray(BinCount)]
    private struct Bins
    {
        private long _first;
    }
}
