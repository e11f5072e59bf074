using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsvHelper;
using InitGen.Reporting;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs in a CSV file (RFC 4180), one a line. No more than a batch is in memory at once.</summary>
/// <param name="file">The file.</param>
/// <param name="selection">The columns that are inputs; null for all.</param>
internal sealed class CsvInputs(InputFile file, ColumnSelection? selection) : IInputSource
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
    public string Description => file.Description;

    /// <inheritdoc/>
    /// <exception cref="ToolException">Something is wrong with a line.</exception>
    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize)
    {
        Layout layout = ReadLayout(inputSize);
        using CsvReader reader = CsvReader.Create(file.Open(), Format, leaveOpen: false);
        float[] batch = new float[checked(batchSize * inputSize)];
        int length = 0;
        bool isEmpty = true;
        if (layout.HasHeadings)
        {
            Read(reader);
        }

        while (Read(reader))
        {
            ReadRow(reader, layout, batch.AsSpan(length, inputSize));
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
            throw Empty();
        }

        if (length > 0)
        {
            yield return batch.AsMemory(0, length);
        }
    }

    private static bool IsNumber(ReadOnlySpan<byte> field, out float value) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool IsNumber(ReadOnlySpan<byte> field) => IsNumber(field, out _);

    // The first line has headings where columns are named, where none of the inputs is a number, or where text stands above a number in a
    // column that is no input: "label,0,1,2" above "7,0.5,0,0.25".
    private Layout ReadLayout(int inputSize)
    {
        using CsvReader reader = CsvReader.Create(file.Open(), Format, leaveOpen: false);
        if (!Read(reader))
        {
            throw Empty();
        }

        string place = Place(reader);
        string[] first = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        bool[] isNumber = [.. Enumerable.Range(0, reader.FieldCount).Select(column => IsNumber(reader.GetSpan(column)))];
        int[] columns = selection?.In(first, first.Length, place) ?? [.. Enumerable.Range(0, first.Length)];
        bool hasHeadings = selection is { HasNames: true } || columns.All(column => !isNumber[column]);
        if (!hasHeadings && columns.Length < first.Length && Read(reader))
        {
            hasHeadings = Enumerable.Range(0, Math.Min(first.Length, reader.FieldCount)).Except(columns)
                .Any(column => !isNumber[column] && IsNumber(reader.GetSpan(column)));
        }

        if (columns.Length != inputSize && (selection is not null || !hasHeadings))
        {
            throw InputFile.WrongColumns(place, columns.Length, inputSize, isPicked: selection is not null);
        }

        return new Layout(hasHeadings, selection is null ? null : first.Length, columns);
    }

    private bool Read(CsvReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new ToolException(
                FormattableString.Invariant($"{file.Name}, line {exception.LineNumber} cannot be read as CSV: {exception.Message}"),
                exception);
        }
    }

    private void ReadRow(CsvReader reader, Layout layout, Span<float> values)
    {
        if (layout.Width is { } width && reader.FieldCount != width)
        {
            throw new ToolException(
                FormattableString.Invariant($"{Place(reader)} has {reader.FieldCount} columns, but the first line has {width}."));
        }

        if (layout.Width is null && reader.FieldCount != values.Length)
        {
            throw InputFile.WrongColumns(Place(reader), reader.FieldCount, values.Length, isPicked: false);
        }

        for (int i = 0; i < values.Length; i++)
        {
            int column = layout.Columns[i];
            if (IsNumber(reader.GetSpan(column), out values[i]) && float.IsFinite(values[i]))
            {
                continue;
            }

            string field = reader.GetString(column);
            string shown = field.Length <= LongestShown ? field : field[..LongestShown] + "…";
            throw new ToolException(
                FormattableString.Invariant($"{Place(reader)}, column {column + 1}: '{shown}' is not a finite number."));
        }
    }

    private string Place(CsvReader reader) => FormattableString.Invariant($"{file.Name}, line {reader.LineNumber}");

    private ToolException Empty() => new($"{file.Name} has no inputs; it must have at least one line of numbers.");

    /// <summary>How the lines of a file are read.</summary>
    /// <param name="HasHeadings">Whether the first one has headings.</param>
    /// <param name="Width">How many columns each has; null for as many as there are inputs.</param>
    /// <param name="Columns">The places of the inputs, from 0.</param>
    private sealed record Layout(bool HasHeadings, int? Width, int[] Columns);
}
