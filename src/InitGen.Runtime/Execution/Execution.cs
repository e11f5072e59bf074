using System;
using System.Globalization;

namespace InitGen;

/// <summary>How the runtime uses the machine.</summary>
public static class Execution
{
    private static int _maxDegreeOfParallelism = Environment.ProcessorCount;

    /// <summary>The most threads that one initialization or pass works on, the calling one among them; from the start, one for each
    /// processor. Small work stays on the calling thread. Results do not depend on it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static int MaxDegreeOfParallelism
    {
        get => _maxDegreeOfParallelism;
        set
        {
            if (value < 1)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    string.Create(CultureInfo.InvariantCulture, $"MaxDegreeOfParallelism is {value}, but must be at least 1."));
            }

            _maxDegreeOfParallelism = value;
        }
    }
}
