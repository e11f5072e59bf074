using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Usage;

/// <summary>What a network is initialized with. Two that are equal make the same weights.</summary>
/// <param name="Network">The type of the network.</param>
/// <param name="Source">The seed: a constant as text, the variable that holds it, or else the operation that makes it.</param>
/// <param name="Writes">How often the variable was written before.</param>
internal sealed record SeedValue(object Network, object Source, int Writes)
{
    /// <summary>What an initialization starts from.</summary>
    /// <param name="initialization">The initialization.</param>
    /// <param name="isAfter">Whether a variable that the initialization itself writes, as in <c>new(seed++)</c>, is taken as it is
    /// afterwards.</param>
    /// <param name="body">The body.</param>
    public static SeedValue Of(NetworkInitialization initialization, bool isAfter, MethodBody body)
    {
        if (ConstantOf(initialization.Seed, body) is { } constant)
        {
            return new SeedValue(initialization.Network, constant, 0);
        }

        IOperation origin = body.Origin(initialization.Seed);
        if (MethodBody.SymbolOf(origin) is not { } variable
            || variable is not (ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true }))
        {
            return new SeedValue(initialization.Network, origin, 0);
        }

        // Through another variable, it was read earlier.
        TextSpan place = initialization.Operation.Syntax.Span;
        place = place.Contains(origin.Syntax.Span) ? place : origin.Syntax.Span;
        return new SeedValue(initialization.Network, variable, body.CountWrites(variable, isAfter ? place.End : place.Start));
    }

    /// <summary>A seed as messages show it.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="body">The body.</param>
    public static string Text(IOperation seed, MethodBody body) => ConstantOf(seed, body) ?? $"'{seed.Syntax}'";

    private static string? ConstantOf(IOperation seed, MethodBody body) =>
        body.ConstantOf(seed) is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : null;
}
