using System;
using System.IO;
using InitGen.Reporting;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs that stand in a file, or come through standard input.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Description">What reports call it: its name without its folder, which is nobody's business.</param>
/// <param name="Open">Opens it, once for each time it is read.</param>
internal sealed record InputFile(string Name, string Description, Func<Stream> Open)
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    private static ReadOnlySpan<byte> MagicOfNumpy => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Opens a file of inputs: NumPy's where it starts or is called so, else CSV.</summary>
    /// <param name="path">Its path; <see cref="StandardInput"/> for standard input.</param>
    /// <param name="columns">The columns that are inputs; null for all.</param>
    /// <param name="notes">Told what is made of whole numbers.</param>
    /// <exception cref="ToolException">It is not there, or something is wrong with it.</exception>
    public static IInputSource Read(string path, ColumnSelection? columns, TextWriter notes)
    {
        InputFile file = path == StandardInput ? ReadWhole("Standard input", "standard input", Console.OpenStandardInput())
            : File.Exists(path) ? OfPath(path)
            : throw new ToolException($"There is no file '{path}'; give a file of inputs, .csv or .npy, or - for standard input.");
        return file.IsNumpy(path) ? NpyInputs.Read(file, columns, notes) : new CsvInputs(file, columns);
    }

    /// <summary>What is wrong with the number of columns.</summary>
    /// <param name="place">The file, and the place in it.</param>
    /// <param name="columns">How many it has.</param>
    /// <param name="inputSize">How many it must have.</param>
    /// <param name="isPicked">Whether these are the ones that were asked for.</param>
    public static ToolException WrongColumns(string place, int columns, int inputSize, bool isPicked)
    {
        string have = FormattableString.Invariant($"{columns} column{(columns == 1 ? "" : "s")}");
        string need = FormattableString.Invariant($"the network takes {inputSize} input{(inputSize == 1 ? "" : "s")}");
        return new ToolException(
            isPicked ? $"--columns picks {have}, but {need}."
            : $"{place} has {have}, but {need}{(columns > inputSize ? "; say which ones with --columns" : "")}.");
    }

    // A pipe can be read once.
    private static InputFile OfPath(string path)
    {
        FileStream stream = File.OpenRead(path);
        if (!stream.CanSeek)
        {
            return ReadWhole($"'{path}'", Path.GetFileName(path), stream);
        }

        stream.Dispose();
        return new InputFile($"'{path}'", Path.GetFileName(path), () => File.OpenRead(path));
    }

    private static InputFile ReadWhole(string name, string description, Stream stream)
    {
        using var copy = new MemoryStream();
        using (stream)
        {
            stream.CopyTo(copy);
        }

        byte[] contents = copy.ToArray();
        return new InputFile(name, description, () => new MemoryStream(contents, writable: false));
    }

    private bool IsNumpy(string path)
    {
        if (Path.GetExtension(path).Equals(".npy", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        using Stream stream = Open();
        Span<byte> start = stackalloc byte[MagicOfNumpy.Length];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(MagicOfNumpy);
    }
}
