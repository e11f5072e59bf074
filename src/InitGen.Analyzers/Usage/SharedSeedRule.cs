using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4002: two networks of one type do not start from one seed.</summary>
public sealed class SharedSeedRule : UsageRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Two networks start from one seed",
        "Two networks of type '{0}' are initialized with seed {1}, so they start with the same weights; give each a seed of its own",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    private static readonly ImmutableArray<string> NamesOfTwins =
        ["target", "copy", "clone", "replica", "reference", "twin", "expected", "actual"];

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (NetworkInitialization.Of(operation, body) is not { } second || IsTwinByName(second) || body.IsTest)
        {
            return null;
        }

        if (Before(second, body).FirstOrDefault(first => IsUnwantedTwin(first, second, body)) is not { } first)
        {
            return null;
        }

        Location[] other = [first.Seed.Syntax.GetLocation()];
        return Diagnostic.Create(Rule, second.Seed.Syntax.GetLocation(), other, second.Network.Name, TextOf(second.Seed, body));
    }

    // The last initialization of each other network before one.
    private static IEnumerable<NetworkInitialization> Before(NetworkInitialization second, MethodBody body)
    {
        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        if (second.Variable is not null)
        {
            seen.Add(second.Variable);
        }

        return body.Initializations
            .TakeWhile(earlier => earlier.Operation != second.Operation)
            .Reverse()
            .Where(earlier => earlier.Variable is null || seen.Add(earlier.Variable))
            .Reverse();
    }

    private static bool IsUnwantedTwin(NetworkInitialization first, NetworkInitialization second, MethodBody body) =>
        SymbolEqualityComparer.Default.Equals(first.Network, second.Network)
        && IsSameSeed(first, second, body)
        && !IsTwinByName(first)
        && ExecutionOrder.Leads(first.Operation, second.Operation)
        && !ExecutionOrder.IsGone(first.Variable, first.Operation, second.Operation)
        && !Comparison.IsMade(first, second, body);

    private static bool IsSameSeed(NetworkInitialization first, NetworkInitialization second, MethodBody body)
    {
        if (ConstantOf(first.Seed, body) is { } constant)
        {
            return constant == ConstantOf(second.Seed, body);
        }

        (IOperation ofFirst, IOperation ofSecond) = (body.Origin(first.Seed), body.Origin(second.Seed));
        return ofFirst == ofSecond || (
            MethodBody.SymbolOf(ofFirst) is { } variable
            && variable is ILocalSymbol or IParameterSymbol or IFieldSymbol { IsReadOnly: true }
            && SymbolEqualityComparer.Default.Equals(variable, MethodBody.SymbolOf(ofSecond))
            && !IsWrittenBetween(variable, first.Operation, second.Operation, body));
    }

    private static bool IsWrittenBetween(ISymbol variable, IOperation first, IOperation second, MethodBody body) =>
        body.Operations.Any(operation =>
            operation.Syntax.SpanStart >= first.Syntax.SpanStart
            && operation.Syntax.SpanStart < second.Syntax.Span.End
            && SymbolEqualityComparer.Default.Equals(MethodBody.SymbolOf(operation), variable)
            && WriteAccess.IsWritten(operation));

    private static bool IsTwinByName(NetworkInitialization network) =>
        network.Variable?.Name.ContainsAny(NamesOfTwins) == true;

    private static string TextOf(IOperation seed, MethodBody body) => ConstantOf(seed, body) ?? $"'{seed.Syntax}'";

    private static string? ConstantOf(IOperation seed, MethodBody body) =>
        body.ConstantOf(seed) is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : null;
}
