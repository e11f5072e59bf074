using System.Collections.Generic;
using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4002: networks of one type do not start from one seed.</summary>
internal sealed class SharedSeedRule : SameStartRule<NetworkInitialization>
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

    private protected override NetworkInitialization? StartOf(IOperation operation, MethodBody body) =>
        NetworkInitialization.Of(operation, body);

    // Only a network in a variable is known to be the same one when it is initialized again.
    private protected override IEnumerable<NetworkInitialization> StartsOf(MethodBody body) =>
        body.Initializations.Where(static network => network.Instance is null || network.Variable is not null);

    // Whoever hands the same seed on, or treats the networks differently, may want to compare what comes of it.
    private protected override bool IsExperiment(NetworkInitialization first, NetworkInitialization second, MethodBody body) =>
        !(Elements.Include(first.Operation) && Elements.Include(second.Operation))
        && (body.ConstantOf(second.Seed) is null || body.Once(static body => new NetworkUses(body)).Differ(first, second));

    private protected override Kept KeptOf(NetworkInitialization network, Repetition repetition, MethodBody body) =>
        repetition.IsSame(network.Seed) ? Keeping.InTwins(network, repetition, body) : Kept.No;

    private protected override Location PlaceOf(NetworkInitialization network) => network.Seed.Syntax.GetLocation();

    private protected override string Both(NetworkInitialization first, NetworkInitialization second) => "Two networks";

    private protected override string All(NetworkInitialization network, Repetition repetition) => $"All networks of this {repetition.Name}";

    private protected override IEnumerable<string> Source(NetworkInitialization network, MethodBody body) =>
        [network.Network.Name, SeedValue.Text(network.Seed, body)];
}
