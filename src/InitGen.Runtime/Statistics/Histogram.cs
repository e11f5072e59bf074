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

    private const int SlotCount = BinCount + 2;
    private const int RunLength = 64 * 32; // 64 vectors: few enough to count in bytes
    private const byte NoSlot = byte.MaxValue;

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

    /// <summary>Counts finite values: the slot of each as a byte, then for each slot how many bytes are equal to it, which takes the same
    /// time however the values are distributed.</summary>
    /// <param name="values">The values.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void Add(ReadOnlySpan<float> values)
    {
        byte* slots = stackalloc byte[RunLength];
        int* counts = stackalloc int[SlotCount];
        new Span<int>(counts, SlotCount).Clear();
        for (; !values.IsEmpty; values = values[Math.Min(RunLength, values.Length)..])
        {
            int length = Math.Min(RunLength, values.Length);
            WriteSlots(values[..length], slots);
            Count(slots, length, counts);
        }

        Below += counts[0];
        Above += counts[SlotCount - 1];
        for (int bin = 0; bin < BinCount; bin++)
        {
            _bins[bin] += counts[bin + 1];
        }
    }

    /// <summary>Adds the counts of another histogram over the same range.</summary>
    /// <param name="other">The other histogram.</param>
    internal void Merge(in Histogram other)
    {
        for (int bin = 0; bin < BinCount; bin++)
        {
            _bins[bin] += other._bins[bin];
        }

        Below += other.Below;
        Above += other.Above;
    }

    /// <summary>Writes the slot of each value, and <see cref="NoSlot"/> up to a whole vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly unsafe void WriteSlots(ReadOnlySpan<float> values, byte* slots)
    {
        Vector256<float> lower = Vector256.Create(_lower);
        Vector256<float> upper = Vector256.Create(_upper);
        Vector256<float> binsPerUnit = Vector256.Create(BinsPerUnit);
        int i = 0;
        fixed (float* source = values)
        {
            for (; i <= values.Length - Vector256<byte>.Count; i += Vector256<byte>.Count)
            {
                Vector256<short> first = Vector256.Narrow(
                    Slots(Vector256.Load(source + i), lower, upper, binsPerUnit),
                    Slots(Vector256.Load(source + i + 8), lower, upper, binsPerUnit));
                Vector256<short> second = Vector256.Narrow(
                    Slots(Vector256.Load(source + i + 16), lower, upper, binsPerUnit),
                    Slots(Vector256.Load(source + i + 24), lower, upper, binsPerUnit));
                Vector256.Narrow(first, second).AsByte().Store(slots + i);
            }
        }

        if (i == values.Length)
        {
            return;
        }

        Vector256.Create(NoSlot).Store(slots + i);
        for (; i < values.Length; i++)
        {
            slots[i] = (byte)Slots(Vector256.Create(values[i]), lower, upper, binsPerUnit)[0];
        }
    }

    /// <summary>Adds how many of the slots are each of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Count(byte* slots, int length, int* counts)
    {
        // Four slots at a time, so that what is loaded is used four times.
        for (int slot = 0; slot < SlotCount; slot += 4)
        {
            Vector256<byte> slot0 = Vector256.Create((byte)slot);
            Vector256<byte> slot1 = Vector256.Create((byte)(slot + 1));
            Vector256<byte> slot2 = Vector256.Create((byte)(slot + 2));
            Vector256<byte> slot3 = Vector256.Create((byte)(slot + 3));
            Vector256<byte> count0 = default;
            Vector256<byte> count1 = default;
            Vector256<byte> count2 = default;
            Vector256<byte> count3 = default;
            for (int i = 0; i < length; i += Vector256<byte>.Count)
            {
                Vector256<byte> run = Vector256.Load(slots + i);
                count0 -= Vector256.Equals(run, slot0); // a mask is −1
                count1 -= Vector256.Equals(run, slot1);
                count2 -= Vector256.Equals(run, slot2);
                count3 -= Vector256.Equals(run, slot3);
            }

            counts[slot] += Sum(count0);
            counts[slot + 1] += Sum(count1);
            counts[slot + 2] += Sum(count2);
            counts[slot + 3] += Sum(count3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum(Vector256<byte> bytes)
    {
        (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(bytes);
        return Vector256.Sum(lower + upper);
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
