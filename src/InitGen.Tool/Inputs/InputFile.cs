using System;
using System.IO;
using InitGen.Reporting;

namespace InitGen.Tool.Inputs;

/// <summary>Inputs that stand in a file.</summary>
internal static class InputFile
{
    /// <summary>Opens a file of inputs.</summary>
    /// <param name="path">Its path, which ends in .csv or .npy.</param>
    /// <exception cref="ToolException">It is not there, or something is wrong with it.</exception>
    public static IInputSource Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{path}'; give a .csv or .npy file of inputs.");
        }

        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => new CsvInputs(path),
            ".NPY" => NpyInputs.Read(path),
            _ => throw new ToolException($"'{path}' is neither a .csv nor a .npy file."),
        };
    }

    /// <summary>What is wrong with the number of columns.</summary>
    /// <param name="place">The file, and the place in it.</param>
    /// <param name="columns">How many it has.</param>
    /// <param name="inputSize">How many it must have.</param>
    public static ToolException WrongColumns(string place, int columns, int inputSize) => new(FormattableString.Invariant(
        $"{place} has {columns} column{(columns == 1 ? "" : "s")}, but the network takes {inputSize} input{(inputSize == 1 ? "" : "s")}."));
}
