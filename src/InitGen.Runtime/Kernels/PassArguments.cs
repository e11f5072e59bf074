using System;

namespace InitGen.Kernels;

/// <summary>Checks the shapes of what a pass is given.</summary>
internal static class PassArguments
{
    /// <summary>The number of rows of the inputs.</summary>
    /// <exception cref="ArgumentException">The inputs are not whole rows.</exception>
    public static int BatchSize(ReadOnlySpan<float> inputs, int inputSize) => inputs.Length % inputSize == 0
        ? inputs.Length / inputSize
        : throw new ArgumentException(
            $"inputs has {inputs.Length} values; it must have a multiple of {inputSize}, the network's input size.", nameof(inputs));

    /// <summary>Checks that there is one row for each row of the inputs.</summary>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void RequireRows(int length, int batch, int columns, string name)
    {
        if (length != (long)batch * columns)
        {
            throw new ArgumentException(
                $"{name} has {length} values; it must have {(long)batch * columns}, {columns} for each of the {batch} rows of inputs.",
                name);
        }
    }

    /// <summary>Checks that there is one value for each parameter.</summary>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void RequireParameters(int length, int parameterCount, string name)
    {
        if (length != parameterCount)
        {
            throw new ArgumentException($"{name} has {length} values; it must have {parameterCount}, one for each parameter.", name);
        }
    }

    /// <summary>Checks that there is one place for each layer.</summary>
    /// <exception cref="ArgumentException">The length is another.</exception>
    public static void RequireLayers(int length, int layers, string name)
    {
        if (length != layers)
        {
            throw new ArgumentException($"{name} has {length} places; it must have {layers}, one for each layer.", name);
        }
    }

    /// <summary>Checks that what is written is not what is still to be read.</summary>
    /// <exception cref="ArgumentException">The two overlap.</exception>
    public static void RequireDistinct(ReadOnlySpan<float> written, ReadOnlySpan<float> read, string writtenName, string readName)
    {
        if (written.Overlaps(read))
        {
            throw new ArgumentException($"{writtenName} overlaps {readName}; it must be other memory.", writtenName);
        }
    }
}
