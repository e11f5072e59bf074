using System;
using System.Collections.Generic;
using System.Globalization;

namespace InitGen.Reporting;

/// <summary>Inputs that stand in memory.</summary>
/// <param name="inputs">[inputs x size], row-major.</param>
internal sealed class MemoryInputs(ReadOnlyMemory<float> inputs) : IInputSource
{
    public long? Count(int inputSize) => inputs.Length % inputSize == 0
        ? inputs.Length / inputSize
        : throw new ArgumentException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The inputs have {inputs.Length} values; they must have a multiple of {inputSize}, the network's input size."),
            nameof(inputs));

    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
    {
        int length = checked((int)Math.Min((long)batchSize * inputSize, inputs.Length));
        for (int start = 0; start < inputs.Length; start += length)
        {
            yield return inputs.Slice(start, Math.Min(length, inputs.Length - start));
        }
    }
}
