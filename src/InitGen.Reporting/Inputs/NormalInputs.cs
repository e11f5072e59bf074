using System;
using System.Collections.Generic;
using System.Globalization;
using InitGen.Initialization;

namespace InitGen.Reporting;

/// <summary>Independent inputs from N(0, 1).</summary>
internal sealed class NormalInputs : IInputSource
{
    private readonly long _count;
    private readonly ulong _seed;

    public NormalInputs(long count, ulong seed)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, string.Create(CultureInfo.InvariantCulture, $"count is {count}, but must be at least 1."));
        }

        _count = count;
        _seed = seed;
    }

    public long? Count(int inputSize) => _count;

    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
    {
        var values = new NormalSequence(_seed, ParameterStream.Of("inputs"));
        for (long start = 0; start < _count; start += batchSize)
        {
            int rows = (int)Math.Min(batchSize, _count - start);
            yield return values.Read(start * inputSize, checked(rows * inputSize));
        }
    }
}
