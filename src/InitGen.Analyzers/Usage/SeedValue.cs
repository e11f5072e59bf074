using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Usage;

/// <summary>A seed, or the number of a stream.</summary>
/// <param name="Source">Where it comes from: a constant as text, the variable that holds it, or else the operation that makes it.</param>
/// <param name="Writes">How often the variable was written before.</param>
internal sealed record SeedValue(object Source, int Writes)
{
    /// <summary>The value of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="reader">The operation that starts from it.</param>
    /// <param name="isAfter">Whether a variable that the operation itself writes, as in <c>new(seed++)</c>, is taken as it is
    /// afterwards.</param>
    /// <param name="body">The body.</param>
    public static SeedValue Of(IOperation seed, IOperation reader, bool isAfter, MethodBody body)
    {
        if (ConstantOf(seed, body) is { } constant)
        {
            return new SeedValue(constant, 0);
        }

        IOperation origin = body.Origin(seed);
        if (MethodBody.SymbolOf(origin) is not { } variable
            || variable is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true }))
        {
            return new SeedValue(origin, 0);
        }

        // Through another variable, it was read earlier.
        TextSpan place = reader.Syntax.Span;
        place = place.Contains(origin.Syntax.Span) ? place : origin.Syntax.Span;
        return new SeedValue(variable, body.CountWrites(variable, isAfter ? place.End : place.Start));
    }

    /// <summary>A seed as messages show it.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="body">The body.</param>
    public static string Text(IOperation seed, MethodBody body) => ConstantOf(seed, body) ?? $"'{seed.Syntax}'";

    private static string? ConstantOf(IOperation seed, MethodBody body) =>
        body.ConstantOf(seed) is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : null;
}
