using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using InitGen.Reporting;
using InitGen.Wording;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs in a file of NumPy, a matrix of one input a row.</summary>
internal sealed partial class NpyInputs : IInputSource
{
    private const float LargestExact = 1 << 24;

    private readonly InputFile _file;
    private readonly bool _isPicked;
    private readonly int _columns;
    private readonly IInputSource _rows;

    private NpyInputs(InputFile file, bool isPicked, int columns, IInputSource rows) =>
        (_file, _isPicked, _columns, _rows) = (file, isPicked, columns, rows);

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="selection">The columns that are inputs; null for all.</param>
    /// <param name="notes">Told what is made of whole numbers.</param>
    /// <exception cref="ToolException">Something is wrong with the file.</exception>
    public static NpyInputs Read(InputFile file, ColumnSelection? selection, TextWriter notes)
    {
        (float[] values, int rows, int columns) = ReadMatrix(file);
        if (values.Length == 0)
        {
            throw new ToolException(FormattableString.Invariant($"{file.Name} has no inputs: its shape is [{rows}, {columns}]."));
        }

        if (selection is not null)
        {
            int[] places = selection.In(headings: null, columns, file.Name);
            values = [.. Enumerable.Range(0, rows).SelectMany(row => places.Select(place => values[(row * columns) + place]))];
            columns = places.Length;
        }

        int wrong = Array.FindIndex(values, value => !float.IsFinite(value));
        if (wrong >= 0)
        {
            throw new ToolException(FormattableString.Invariant(
                $"{file.Name}, row {wrong / columns}, column {wrong % columns} (from 0): {values[wrong]} is not a finite number."));
        }

        if (IntegerTypeOf(file) is { } type)
        {
            (float least, float most) = (values.Min(), values.Max());
            string rounded = Math.Max(Math.Abs(least), Math.Abs(most)) > LargestExact ? ", rounded to the nearest float" : "";
            notes.WriteLine(
                $"{file.Name} holds whole numbers ({type}) from {NumberText.Of((double)least)} to {NumberText.Of((double)most)}; "
                    + "they are taken as they are, "
                + $"not scaled{rounded}.");
        }

        return new NpyInputs(file, selection is not null, columns, InputSource.FromMemory(values));
    }

    /// <inheritdoc/>
    public string Description => _file.Description;

    /// <inheritdoc/>
    /// <exception cref="ToolException">The inputs are not of this size.</exception>
    public long? Count(int inputSize) =>
        _columns == inputSize ? _rows.Count(inputSize) : throw InputFile.WrongColumns(_file.Name, _columns, inputSize, _isPicked);

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize) => _rows.ReadBatches(inputSize, batchSize);

    private static (float[] Values, int Rows, int Columns) ReadMatrix(InputFile file)
    {
        try
        {
            using Stream stream = file.Open();
            return Npy.Read(stream);
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException(exception.Message.Replace("The stream", file.Name, StringComparison.Ordinal), exception);
        }
    }

    // "uint8", as NumPy calls it; null for other numbers.
    private static string? IntegerTypeOf(InputFile file)
    {
        using Stream stream = file.Open();
        byte[] start = new byte[256];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        Match match = IntegerType().Match(Encoding.Latin1.GetString(start, 0, length));
        return !match.Success ? null
            : match.Groups["kind"].Value switch
            {
                "b" => "bool",
                "u" => "uint" + Bits(),
                _ => "int" + Bits(),
            };

        string Bits() => FormattableString.Invariant($"{8 * (match.Groups["size"].Value[0] - '0')}");
    }

    [GeneratedRegex("""['"]descr['"]\s*:\s*['"][<|](?<kind>[biu])(?<size>[1248])['"]""", RegexOptions.ExplicitCapture)]
    private static partial Regex IntegerType();
}
