using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4004: a stream of random numbers fills one parameter.</summary>
internal sealed class SharedStreamRule : UsageRule
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

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (StreamFill.Of(operation, body) is not { } fill || body.IsTest)
        {
            return null;
        }

        if (body.Once(FindTwins).FirstOf(operation) is { } first)
        {
            // Two initializers are compared on the same random numbers.
            bool isExperiment = !first.IsBeside(fill)
                && !SymbolEqualityComparer.Default.Equals(first.Call.TargetMethod, fill.Call.TargetMethod);
            string both = $"'{first.Target.Syntax}' and '{fill.Target.Syntax}'";
            return Report(both, fill, isExperiment, [first.Stream.Syntax.GetLocation()], body);
        }

        foreach (Repetition repetition in Repetition.Of(operation, body).Where(repetition => repetition.Contains(fill.Source)))
        {
            if (repetition.IsSame(fill.Seed)
                && repetition.IsSame(fill.Stream)
                && Keeping.OfTarget(fill.Target, repetition, body) is var kept and not Kept.No)
            {
                return Report($"All '{fill.Target.Syntax}' of this {repetition.Name}", fill, isExperiment: kept == Kept.Perhaps, [], body);
            }
        }

        return null;
    }

    private static Twins<StreamFill> FindTwins(MethodBody body) =>
        new(body.Operations.Select(operation => StreamFill.Of(operation, body)).OfType<StreamFill>(), body);

    private static Diagnostic Report(string targets, StreamFill fill, bool isExperiment, Location[] places, MethodBody body) =>
        Diagnostic.Create(
            Rule,
            fill.Stream.Syntax.GetLocation(),
            isExperiment ? DiagnosticSeverity.Info : Rule.DefaultSeverity,
            places,
            properties: null,
            targets,
            SeedValue.Text(fill.Stream, body),
            SeedValue.Text(fill.Seed, body));
}
