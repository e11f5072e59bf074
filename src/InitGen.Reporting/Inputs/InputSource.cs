using System;
using System.Collections.Generic;
using System.Globalization;
using InitGen.Initialization;

namespace InitGen.Reporting;

/// <summary>Inputs from memory, or from a distribution.</summary>
public static class InputSource
{
    /// <summary>Inputs that stand in memory.</summary>
    /// <param name="values">[inputs x size], row-major, for networks of any size that divides their number.</param>
    public static IInputSource FromMemory(ReadOnlyMemory<float> values) => new MemoryInputs(values);

    /// <summary>Independent inputs from N(0, 1): what <see cref="Initializers.Normal"/> writes into the stream of the name "inputs", which
    /// is made anew at each reading.</summary>
    /// <param name="count">The number of inputs, at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static IInputSource StandardNormal(long count, ulong seed)
    {
        Require.AtLeast(1, count, nameof(count));
        return new NormalInputs(count, seed);
    }

    private sealed class MemoryInputs(ReadOnlyMemory<float> inputs) : IInputSource
    {
        public long? Count(int inputSize)
        {
            Require.AtLeast(1, inputSize, nameof(inputSize));
            return inputs.Length % inputSize == 0
                ? inputs.Length / inputSize
                : throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The inputs have {inputs.Length} values; they must have a multiple of {inputSize}, the network's input size."),
                    nameof(inputs));
        }

        public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
        {
            _ = Count(inputSize);
            Require.AtLeast(1, batchSize, nameof(batchSize));
            return Read((int)Math.Min((long)batchSize * inputSize, inputs.Length));
        }

        private IEnumerable<ReadOnlyMemory<float>> Read(int length)
        {
            for (int start = 0; start < inputs.Length; start += length)
            {
                yield return inputs.Slice(start, Math.Min(length, inputs.Length - start));
            }
        }
    }

    private sealed class NormalInputs(long count, ulong seed) : IInputSource
    {
        public string Description => string.Create(CultureInfo.InvariantCulture, $"N(0, 1), seed {seed}");

        public long? Count(int inputSize)
        {
            Require.AtLeast(1, inputSize, nameof(inputSize));
            return count;
        }

        public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
        {
            Require.AtLeast(1, inputSize, nameof(inputSize));
            Require.AtLeast(1, batchSize, nameof(batchSize));
            return Read(inputSize, batchSize);
        }

        private IEnumerable<ReadOnlyMemory<float>> Read(int inputSize, int batchSize)
        {
            var values = new NormalSequence(seed, ParameterStream.Of("inputs"));
            for (long start = 0; start < count; start += batchSize)
            {
                int rows = (int)Math.Min(batchSize, count - start);
                yield return values.Read(start * inputSize, checked(rows * inputSize));
            }
        }
    }
}
