using System;
using System.Collections.Generic;
using System.Globalization;

namespace InitGen.Layers;

/// <summary>What cannot be about a declared layer.</summary>
/// <param name="Argument">The argument to blame.</param>
internal abstract record LayerMistake(string Argument);

/// <summary>A size that is not positive.</summary>
/// <param name="Argument">The argument to blame.</param>
/// <param name="Size">What people call it, as it starts a sentence: "The number of units".</param>
/// <param name="Value">What it is.</param>
internal sealed record SizeMistake(string Argument, string Size, int Value) : LayerMistake(Argument)
{
    /// <summary>A mistake where a size is not positive.</summary>
    /// <param name="argument">The argument.</param>
    /// <param name="size">What people call it, as it starts a sentence.</param>
    /// <param name="value">What it is.</param>
    public static IEnumerable<SizeMistake> Unless1(string argument, string size, int value) =>
        value < 1 ? [new(argument, size, value)] : [];
}

/// <summary>A shape that does not fit.</summary>
/// <param name="Argument">The argument to blame.</param>
/// <param name="Text">What is wrong, as it stands behind the layer's name.</param>
internal sealed record ShapeMistake(string Argument, string Text) : LayerMistake(Argument);

/// <summary>A number that is out of its range. None may be so large, or so near 0, that weights computed from it are no floats.</summary>
/// <param name="Argument">The argument to blame.</param>
/// <param name="Value">What it is.</param>
/// <param name="Range">What it must be: "a positive number up to 1e20".</param>
internal sealed record NumberMistake(string Argument, string Value, string Range) : LayerMistake(Argument)
{
    // The runtime takes numbers up to 1e30; what initializers make of this one, times a gain and a square root, is far below.
    private const double Largest = 1e20;

    /// <summary>Whether a number can be a scale of weights.</summary>
    /// <param name="value">The number.</param>
    public static bool IsPositive(double value) => (float)value > 0 && value <= Largest;

    /// <summary>A mistake where a number is not finite or too large.</summary>
    public static IEnumerable<NumberMistake> AnyFloat(string argument, double value) =>
        Unless(Math.Abs(value) <= Largest, argument, value, "a number between -1e20 and 1e20");

    /// <summary>A mistake where a number is negative.</summary>
    public static IEnumerable<NumberMistake> NotNegative(string argument, double value) =>
        Unless(value is >= 0 and <= Largest, argument, value, "a number between 0 and 1e20");

    /// <summary>A mistake where a number is not positive.</summary>
    public static IEnumerable<NumberMistake> Positive(string argument, double value) =>
        Unless(IsPositive(value), argument, value, "a positive number up to 1e20");

    /// <summary>A mistake where a number is none from 0 to 1, nor unknown.</summary>
    public static IEnumerable<NumberMistake> Fraction(string argument, double value) =>
        Unless(value is (>= 0 and <= 1) or double.NaN, argument, value, "a number from 0 to 1");

    /// <summary>A mistake where a number is none from 0 to 1.</summary>
    public static IEnumerable<NumberMistake> Share(string argument, double value) =>
        Unless(value is >= 0 and <= 1, argument, value, "a number from 0 to 1");

    /// <summary>A mistake where a number is none from 0 up to 1, which it must not be.</summary>
    public static IEnumerable<NumberMistake> ShareBelow1(string argument, double value) =>
        Unless(value is >= 0 and < 1, argument, value, "a number from 0 to less than 1");

    /// <summary>A mistake where a value is no member of its enumeration, which a cast does not see to.</summary>
    public static IEnumerable<NumberMistake> Member<TEnum>(string argument, TEnum value)
        where TEnum : struct, Enum =>
        Enum.IsDefined(typeof(TEnum), value) ? [] : [new(argument, value.ToString(), $"a member of {typeof(TEnum).Name}")];

    private static IEnumerable<NumberMistake> Unless(bool isInRange, string argument, double value, string range) =>
        isInRange ? [] : [new(argument, value.ToString("R", CultureInfo.InvariantCulture), range)];
}
