using System;
using System.Collections.Generic;
using System.IO;
using InitGen.Reporting;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs in a file of NumPy, a matrix of one input a row.</summary>
internal sealed class NpyInputs : IInputSource
{
    private readonly string _path;
    private readonly int _columns;
    private readonly IInputSource _rows;

    private NpyInputs(string path, int columns, IInputSource rows) => (_path, _columns, _rows) = (path, columns, rows);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ToolException">Something is wrong with the file.</exception>
    public static NpyInputs Read(string path)
    {
        try
        {
            (float[] values, int rows, int columns) = Npy.Read(path);
            if (values.Length == 0)
            {
                throw new ToolException(FormattableString.Invariant($"'{path}' has no inputs: its shape is [{rows}, {columns}]."));
            }

            int place = Array.FindIndex(values, value => !float.IsFinite(value));
            return place < 0
                ? new NpyInputs(path, columns, InputSource.FromMemory(values))
                : throw new ToolException(FormattableString.Invariant(
                    $"'{path}', row {place / columns}, column {place % columns} (from 0): {values[place]} is not a finite number."));
        }
        catch (InvalidDataException exception)
        {
            throw new ToolException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ToolException">The inputs are not of this size.</exception>
    public long? Count(int inputSize) =>
        _columns == inputSize ? _rows.Count(inputSize) : throw InputFile.WrongColumns($"'{_path}'", _columns, inputSize);

    /// <inheritdoc/>
    public IEnumerable<ReadOnlyMemory<float>> ReadBatches(int inputSize, int batchSize) => _rows.ReadBatches(inputSize, batchSize);
}
