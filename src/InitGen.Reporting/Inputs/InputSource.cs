using System;

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
    public static IInputSource StandardNormal(long count, ulong seed) => new NormalInputs(count, seed);
}
