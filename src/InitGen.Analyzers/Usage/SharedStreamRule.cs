using System.Collections.Generic;
using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4004: a stream of random numbers fills one parameter.</summary>
internal sealed class SharedStreamRule : SameStartRule<StreamFill>
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4004";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Parameters are filled from one random stream",
        "{0} are filled from stream {1} of seed {2}, so they are made of the same random numbers; give each a stream of its own",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override StreamFill? StartOf(IOperation operation, MethodBody body) => StreamFill.Of(operation, body);

    private protected override IEnumerable<StreamFill> StartsOf(MethodBody body) =>
        body.Operations.Select(operation => StreamFill.Of(operation, body)).OfType<StreamFill>();

    // Two initializers are compared on the same random numbers.
    private protected override bool IsExperiment(StreamFill first, StreamFill second, MethodBody body) =>
        !first.IsBeside(second) && !SymbolEqualityComparer.Default.Equals(first.Call.TargetMethod, second.Call.TargetMethod);

    private protected override Kept KeptOf(StreamFill fill, Repetition repetition, MethodBody body) =>
        repetition.Contains(fill.Source) && repetition.IsSame(fill.Seed) && repetition.IsSame(fill.Stream)
            ? Keeping.OfTarget(fill.Target, repetition, body)
            : Kept.No;

    private protected override Location PlaceOf(StreamFill fill) => fill.Stream.Syntax.GetLocation();

    private protected override string Both(StreamFill first, StreamFill second) => $"'{first.Target.Syntax}' and '{second.Target.Syntax}'";

    private protected override string All(StreamFill fill, Repetition repetition) => $"All '{fill.Target.Syntax}' of this {repetition.Name}";

    private protected override IEnumerable<string> Source(StreamFill fill, MethodBody body) =>
        [SeedValue.Text(fill.Stream, body), SeedValue.Text(fill.Seed, body)];
}
