using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace InitGen.Initialization;

/// <summary>The checks that initializers make before they write anything.</summary>
internal static class Require
{
    /// <summary>Far from overflow, whatever initializers compute on the way to a weight.</summary>
    private const double Largest = 1e30;

    /// <summary>A number of moderate size.</summary>
    /// <param name="value">The number.</param>
    /// <param name="name">The argument's name.</param>
    /// <returns>It.</returns>
    public static double Moderate(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Math.Abs(value) <= Largest ? value : throw OutOfRange(value, name, "between -1E+30 and 1E+30");

    /// <summary>A number of moderate size that is not negative.</summary>
    /// <inheritdoc cref="Moderate"/>
    public static double NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= Largest ? value : throw OutOfRange(value, name, "between 0 and 1E+30");

    /// <summary>A size.</summary>
    /// <param name="value">The size.</param>
    /// <param name="name">The argument's name.</param>
    public static void Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < 1)
        {
            throw OutOfRange(value, name, "at least 1");
        }
    }

    /// <summary>Sizes that are positive, and as many values as they say.</summary>
    /// <param name="values">The values.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="name">The name of the argument that holds the values.</param>
    public static void Shape(
        ReadOnlySpan<float> values, int rows, int columns, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        Positive(rows);
        Positive(columns);
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException(
                Text($"{name} holds {values.Length} values, but {rows} rows of {columns} columns are {(long)rows * columns}."), name);
        }
    }

    /// <summary>Sizes of a convolution's weights, and as many values as they say.</summary>
    /// <param name="weights">The weights, [units x inputs x taps].</param>
    /// <param name="units">The channels that come out.</param>
    /// <param name="inputs">The channels that come in, in a group.</param>
    /// <param name="taps">The taps of a kernel.</param>
    /// <param name="middle">The tap in its middle.</param>
    /// <param name="groups">The number of groups.</param>
    public static void Kernels(ReadOnlySpan<float> weights, int units, int inputs, int taps, int middle, int groups)
    {
        Positive(units);
        Positive(inputs);
        Positive(taps);
        Positive(groups);
        if (middle < 0 || middle >= taps)
        {
            throw OutOfRange(middle, nameof(middle), Text($"between 0 and {taps - 1}, the last tap"));
        }

        if (units % groups != 0)
        {
            throw OutOfRange(groups, nameof(groups), Text($"a divisor of the {units} units"));
        }

        if (weights.Length != (Int128)units * inputs * taps)
        {
            throw new ArgumentException(
                Text($"weights holds {weights.Length} values, but {units} units of {inputs} kernels of {taps} taps are {(Int128)units * inputs * taps}."),
                nameof(weights));
        }
    }

    private static ArgumentOutOfRangeException OutOfRange<T>(T value, string name, string range) =>
        new(name, value, Text($"{name} is {value}, but must be {range}."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
