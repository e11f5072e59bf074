using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4002: two networks of one type do not start from one seed.</summary>
internal sealed class SharedSeedRule : UsageRule
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

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (NetworkInitialization.Of(operation, body) is not { } second
            || body.Once(static body => new SeedTwins(body)).FirstOf(operation) is not { } first
            || body.IsTest)
        {
            return null;
        }

        Location[] other = [first.Seed.Syntax.GetLocation()];
        string seed = SeedValue.Text(second.Seed, body);
        return Diagnostic.Create(Rule, second.Seed.Syntax.GetLocation(), other, second.Network.Name, seed);
    }
}
