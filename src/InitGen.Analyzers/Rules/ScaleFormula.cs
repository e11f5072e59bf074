using System;
using System.Collections.Generic;
using InitGen.Initialization;
using InitGen.Layers;

namespace InitGen.Analyzers.Rules;

/// <summary>A variance, or the square of a bound, that people compute from a layer's fan-in n and fan-out m: c/n or c/(n + m).</summary>
/// <param name="Numerator">The numerator c.</param>
/// <param name="IsOfBothFans">Whether the denominator is n + m.</param>
internal sealed record ScaleFormula(int Numerator, bool IsOfBothFans)
{
    // Literals are rounded.
    private const double Tolerance = 0.01;

    /// <summary>The variances of LeCun, He and Xavier weights.</summary>
    public static IReadOnlyList<ScaleFormula> Variances { get; } = [new(1, false), new(2, false), new(2, true)];

    /// <summary>The squares of the bounds of their uniform forms.</summary>
    public static IReadOnlyList<ScaleFormula> SquaredBounds { get; } = [new(3, false), new(6, false), new(6, true)];

    /// <summary>As a message shows it: "6/(n + m)".</summary>
    public string Text => IsOfBothFans ? $"{Numerator}/(n + m)" : $"{Numerator}/n";

    /// <summary>As a message shows its root: "√(6/(n + m))".</summary>
    public string RootText => $"√({Text})";

    /// <summary>Whether a number is the formula's value for a layer, to 1 %.</summary>
    /// <param name="number">The number.</param>
    /// <param name="layer">The layer.</param>
    public bool Is(double number, ResolvedLayer layer) => IsClose(number, Value(layer));

    /// <summary>Whether a number is the root of the formula's value for a layer, to 1 %.</summary>
    /// <param name="number">The number.</param>
    /// <param name="layer">The layer.</param>
    public bool IsRoot(double number, ResolvedLayer layer) => IsClose(number, Math.Sqrt(Value(layer)));

    private static bool IsClose(double number, double value) => Math.Abs(number - value) <= Tolerance * value;

    private double Value(ResolvedLayer layer)
    {
        WeightContext context = layer.Weights!.Context;
        return Numerator / (IsOfBothFans ? context.FanIn + context.FanOut : context.FanIn);
    }
}
