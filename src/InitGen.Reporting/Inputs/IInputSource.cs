using System;
using System.Collections.Generic;

namespace InitGen.Reporting;

/// <summary>Inputs of networks, as many as one likes: they are read batch by batch, from the first on, once for each network that is
/// measured.</summary>
public interface IInputSource
{
    /// <summary>What they are, as a report says it: "N(0, 1), seed 42" or "digits.csv"; empty where there is nothing to say.</summary>
    string Description => "";

    /// <summary>How many inputs there are, if that is known before they are read.</summary>
    /// <param name="inputSize">The number of values of one input.</param>
    /// <exception cref="ArgumentException">The inputs are not of this size.</exception>
    long? Count(int inputSize);

    /// <summary>Reads all inputs.</summary>
    /// <param name="inputSize">The number of values of one input.</param>
    /// <param name="batchSize">The most inputs of a batch.</param>
    /// <returns>Batches of 1 to <paramref name="batchSize"/> inputs, [batch x inputSize] row-major, each of them good until the next one
    /// is asked for.</returns>
    /// <exception cref="ArgumentException">The inputs are not of this size.</exception>
    IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize);
}
