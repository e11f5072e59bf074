using System;
using System.IO;
using InitGen.Files;
using InitGen.Initialization;

namespace InitGen;

/// <summary>Matrices in NumPy's files, <c>.npy</c>, as <c>numpy.save</c> and <c>numpy.load</c> have them: the way of inputs and outputs to
/// and from Python.</summary>
public static class Npy
{
    /// <summary>Writes a matrix to a file, as float32. An earlier file stays as it is until all is written.</summary>
    /// <param name="values">The values, [rows x columns] row-major.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ArgumentException">There are not rows · columns values.</exception>
    /// <exception cref="IOException">The file cannot be written, for one because its folder is missing or the disk full.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written: it is a folder, or read-only, or in a folder that
    /// is.</exception>
    public static void Write(ReadOnlySpan<float> values, int rows, int columns, string path)
    {
        Require.Shape(values, rows, columns);
        using var file = new AtomicFile(path);
        Write(values, rows, columns, file.Stream);
        file.Commit();
    }

    /// <summary>Writes a matrix to a stream, as float32.</summary>
    /// <param name="values">The values, [rows x columns] row-major.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="stream">The stream; stays open.</param>
    /// <exception cref="ArgumentException">There are not rows · columns values.</exception>
    public static void Write(ReadOnlySpan<float> values, int rows, int columns, Stream stream)
    {
        Require.Shape(values, rows, columns);
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(NpyHeader.Bytes([rows, columns]));
        ElementType.Write(stream, values);
    }

    /// <summary>Reads a matrix from a file: float32, float64 or float16, or whole numbers of any size as the nearest float, in either
    /// order. A vector is read as one row.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The values, [rows x columns] row-major.</returns>
    /// <exception cref="InvalidDataException">Something is wrong with the file, or it holds no matrix of such numbers.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static (float[] Values, int Rows, int Columns) Read(string path)
    {
        using FileReader file = FileReader.Open(path);
        return Read(file);
    }

    /// <summary>Reads a matrix from a stream, as from a file.</summary>
    /// <inheritdoc cref="Read(string)"/>
    /// <param name="stream">The stream, read from where it stands to its end; stays open.</param>
    public static (float[] Values, int Rows, int Columns) Read(Stream stream)
    {
        using FileReader file = FileReader.Of(stream);
        return Read(file);
    }

    /// <summary>Reads the numbers that follow a header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="header">The header, of one or two dimensions.</param>
    /// <param name="values">As many as the shape says, row-major; written.</param>
    internal static void ReadValues(FileReader file, NpyHeader header, Span<float> values)
    {
        if (!header.IsFortranOrder || header.Shape.Count < 2)
        {
            file.ReadValues(header.Type, values);
            return;
        }

        float[] columnMajor = new float[values.Length];
        file.ReadValues(header.Type, columnMajor);
        (int rows, int columns) = ((int)header.Shape[0], (int)header.Shape[1]);
        for (int i = 0; i < columnMajor.Length; i++)
        {
            (int column, int row) = Math.DivRem(i, rows);
            values[(row * columns) + column] = columnMajor[i];
        }
    }

    private static (float[] Values, int Rows, int Columns) Read(FileReader file)
    {
        NpyHeader header = NpyHeader.Read(file, withIntegers: true);
        (long rows, long columns) = header.Shape switch
        {
            [long length] => (1, length),
            [long first, long second] => (first, second),
            _ => throw file.Invalid($"holds an array of {header.Shape.Count} dimensions, but a matrix has two"),
        };
        if (rows > int.MaxValue || columns > int.MaxValue || rows * columns > Array.MaxLength)
        {
            throw file.Invalid($"holds a matrix of {rows} x {columns}, but an array has at most {Array.MaxLength} elements");
        }

        float[] values = new float[rows * columns];
        ReadValues(file, header, values);
        return (values, (int)rows, (int)columns);
    }
}
