using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4002: networks of one type do not start from one seed.</summary>
internal sealed class SharedSeedRule : UsageRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4002";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Networks start from one seed",
        "{0} of type '{1}' are initialized with seed {2}, so they start with the same weights; give each a seed of its own",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (NetworkInitialization.Of(operation, body) is not { } network || body.IsTest)
        {
            return null;
        }

        if (body.Once(FindTwins).FirstOf(operation) is { } first)
        {
            return Report("Two networks", network, IsExperiment(first, network, body), [first.Seed.Syntax.GetLocation()], body);
        }

        foreach (Repetition repetition in Repetition.Of(operation, body))
        {
            if (repetition.IsSame(network.Seed) && Keeping.InTwins(network, repetition, body) is var kept and not Kept.No)
            {
                return Report($"All networks of this {repetition.Name}", network, isExperiment: kept == Kept.Perhaps, [], body);
            }
        }

        return null;
    }

    // Only a network in a variable is known to be the same one when it is initialized again.
    private static Twins<NetworkInitialization> FindTwins(MethodBody body) =>
        new(body.Initializations.Where(static network => network.Instance is null || network.Variable is not null), body);

    // Whoever hands the same seed on, or treats the networks differently, may want to compare what comes of it.
    private static bool IsExperiment(NetworkInitialization first, NetworkInitialization second, MethodBody body) =>
        !(Elements.Include(first.Operation) && Elements.Include(second.Operation))
        && (body.ConstantOf(second.Seed) is null || body.Once(static body => new NetworkUses(body)).Differ(first, second));

    private static Diagnostic Report(
        string networks, NetworkInitialization network, bool isExperiment, Location[] places, MethodBody body) =>
        Diagnostic.Create(
            Rule,
            network.Seed.Syntax.GetLocation(),
            isExperiment ? DiagnosticSeverity.Info : Rule.DefaultSeverity,
            places,
            properties: null,
            networks,
            network.Network.Name,
            SeedValue.Text(network.Seed, body));
}
