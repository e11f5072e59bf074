using System;

namespace InitGen.Reporting;

/// <summary>Numbers from N(0, 1), the same ones however they are cut into pieces: those that <see cref="Initializers.Normal"/>
/// writes.</summary>
/// <param name="seed">The seed.</param>
/// <param name="stream">The random stream.</param>
internal sealed class NormalSequence(ulong seed, ulong stream)
{
    private const int Group = 64; // numbers: where PhiloxStream.FillNormal starts

    private float[] _buffer = [];

    /// <summary>Numbers that follow each other.</summary>
    /// <param name="start">The index of the first.</param>
    /// <param name="count">Their number.</param>
    /// <returns>The numbers, good until the next ones are read.</returns>
    public Memory<float> Read(long start, int count)
    {
        int before = (int)(start % Group);
        int length = checked(before + count);
        if (_buffer.Length < length)
        {
            _buffer = new float[checked(count + Group)];
        }

        var random = new PhiloxStream(seed, stream) { Position = (ulong)(start - before) };
        random.FillNormal(_buffer.AsSpan(0, length), mean: 0, stdDev: 1);
        return _buffer.AsMemory(before, count);
    }
}
