using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsvHelper;
using InitGen.Reporting;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs in a CSV file (RFC 4180), one a line; a first line without a number is taken for headings. No more than a batch is in
/// memory at once.</summary>
/// <param name="path">The path of the file.</param>
internal sealed class CsvInputs(string path) : IInputSource
{
    private const int LongestShown = 40;

    private static readonly CsvReaderOptions Format = new()
    {
        HasHeader = false,
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = 1 << 26, // so that a file without line ends is no burden
        TrackLineNumbers = true,
    };

    /// <summary>Not known, but the first line shows whether the inputs are of this size.</summary>
    /// <param name="inputSize">The number of values of one input.</param>
    /// <exception cref="ToolException">They are not, or something else is wrong with the first line.</exception>
    public long? Count(int inputSize)
    {
        _ = ReadBatches(inputSize, batchSize: 1).First();
        return null;
    }

    /// <inheritdoc/>
    /// <exception cref="ToolException">Something is wrong with a line.</exception>
    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
    {
        using CsvReader reader = CsvReader.FromFile(path, Format);
        float[] batch = new float[checked(batchSize * inputSize)];
        int length = 0;
        bool isEmpty = true;
        for (bool isFirst = true; Read(reader); isFirst = false)
        {
            if (isFirst && Enumerable.Range(0, reader.FieldCount).All(column => !IsNumber(reader.GetSpan(column), out _)))
            {
                continue;
            }

            ReadRow(reader, batch.AsSpan(length, inputSize));
            isEmpty = false;
            length += inputSize;
            if (length == batch.Length)
            {
                yield return batch;
                length = 0;
            }
        }

        if (isEmpty)
        {
            throw new ToolException($"'{path}' has no inputs; it must have at least one line of numbers.");
        }

        if (length > 0)
        {
            yield return batch.AsMemory(0, length);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> field, out float value) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private bool Read(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new ToolException($"{Place(exception.LineNumber)} cannot be read as CSV: {exception.Message}", exception);
        }
    }

    private void ReadRow(CsvReader reader, Span<float> values)
    {
        if (reader.FieldCount != values.Length)
        {
            throw InputFile.WrongColumns(Place(reader.LineNumber), reader.FieldCount, values.Length);
        }

        for (int column = 0; column < values.Length; column++)
        {
            if (IsNumber(reader.GetSpan(column), out values[column]) && float.IsFinite(values[column]))
            {
                continue;
            }

            string field = reader.GetString(column);
            string shown = field.Length <= LongestShown ? field : field[..LongestShown] + "…";
            throw new ToolException(
                FormattableString.Invariant($"{Place(reader.LineNumber)}, column {column + 1}: '{shown}' is not a finite number."));
        }
    }

    private string Place(long line) => FormattableString.Invariant($"'{path}', line {line}");
}
