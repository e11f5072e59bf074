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

    private const int SlotBits = 5;
    private const int SlotCount = 1 << SlotBits; // BinCount and two more
    private const int FewestPairs = 1024; // values for which clearing and summing the table pays

    private Bins _bins;
    private readonly float _lower;
    private readonly float _upper;

    internal Histogram(float lower, float upper)
    {
        _lower = lower;
        _upper = upper;
    }

    private readonly float BinsPerUnit => BinCount / (_upper - _lower);

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
        int* slotCounts = stackalloc int[SlotCount];
        new Span<int>(slotCounts, SlotCount).Clear();
        int paired = values.Length >= FewestPairs ? values.Length & -Vector256<float>.Count : 0;
        if (paired > 0) CountPairs(values[..paired], slotCounts);
        foreach (float value in values[paired..])
        {
            Vector256<float> lanes = Vector256.Create(value);
            slotCounts[Slots(lanes, Vector256.Create(_lower), Vector256.Create(_upper), Vector256.Create(BinsPerUnit))[0]]++;
        }

        Below += slotCounts[0];
        Above += slotCounts[SlotCount - 1];
        for (int bin = 0; bin < BinCount; bin++) _bins[bin] += slotCounts[bin + 1];
    }

    /// <summary>Adds the counts of another histogram over the same range.</summary>
    /// <param name="other">The other histogram.</param>
    internal void Merge(in Histogram other)
    {
        for (int bin = 0; bin < BinCount; bin++) _bins[bin] += other._bins[bin];
        Below += other.Below;
        Above += other.Above;
    }

    /// <summary>Counts values two at a time, by the pair of their slots, which takes half as many steps; then each slot's.</summary>
    /// <param name="values">The values, whole vectors of them.</param>
    /// <param name="slotCounts">The counts of the slots; added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void CountPairs(ReadOnlySpan<float> values, int* slotCounts)
    {
        // In two tables that take turns, so that equal pairs that follow each other wait less for each other.
        const int TableSize = SlotCount * SlotCount;
        int* counts = stackalloc int[2 * TableSize];
        new Span<int>(counts, 2 * TableSize).Clear();
        uint* pairs = stackalloc uint[Vector256<uint>.Count];
        Vector256<float> lower = Vector256.Create(_lower);
        Vector256<float> upper = Vector256.Create(_upper);
        Vector256<float> binsPerUnit = Vector256.Create(BinsPerUnit);
        for (; values.Length >= Vector256<float>.Count; values = values[Vector256<float>.Count..])
        {
            // The even lanes get their own slot and, above it, that of the odd lane beside them.
            Vector256<ulong> slots = Slots(Vector256.Create(values), lower, upper, binsPerUnit).AsUInt64();
            (slots | (slots >>> (32 - SlotBits))).AsUInt32().Store(pairs);
            counts[pairs[0]]++;
            counts[TableSize + pairs[2]]++;
            counts[pairs[4]]++;
            counts[TableSize + pairs[6]]++;
        }

        for (int odd = 0; odd < SlotCount; odd++)
        {
            int* row = counts + (odd * SlotCount);
            for (int even = 0; even < SlotCount; even += Vector256<int>.Count)
            {
                Vector256<int> both = Vector256.Load(row + even) + Vector256.Load(row + TableSize + even);
                (Vector256.Load(slotCounts + even) + both).Store(slotCounts + even);
                slotCounts[odd] += Vector256.Sum(both);
            }
        }
    }

    /// <summary>The slots of values: that of a bin is one more than the bin, the first is for what is below, the last for what is
    /// above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Slots(
        Vector256<float> values, Vector256<float> lower, Vector256<float> upper, Vector256<float> binsPerUnit)
    {
        Vector256<float> bins = Vector256.MinNative((values - lower) * binsPerUnit, Vector256.Create(BinCount - 1f));
        Vector256<int> slots = Vector256.ConvertToInt32Native(bins) + Vector256<int>.One;
        slots = Vector256.AndNot(slots, Vector256.LessThan(values, lower).AsInt32());
        return Vector256.ConditionalSelect(Vector256.GreaterThan(values, upper).AsInt32(), Vector256.Create(SlotCount - 1), slots);
    }

    [InlineArray(BinCount)]
    private struct Bins
    {
        private long _first;
    }
}
