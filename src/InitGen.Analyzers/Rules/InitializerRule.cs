using System.Collections.Immutable;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>A rule on the initializer that a layer names: it is reported there, with the initializer to write instead.</summary>
public abstract class InitializerRule : SignalRule
{
    private protected InitializerRule()
    {
    }

    /// <summary>A finding at the initializer of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="suggestion">The initializer to write instead.</param>
    /// <param name="remedy">The network with all findings of the rule fixed.</param>
    /// <param name="outcome">What that changes, for the title of the fix; null where nothing is known.</param>
    /// <param name="arguments">The arguments of the message. Texts only: how a number reads must not depend on a culture.</param>
    private protected Finding At(
        SignalLayer layer, SuggestedInitializer suggestion, Remedy remedy, string? outcome, params string[] arguments) =>
        AtArgument(nameof(DenseAttribute.Init), layer, suggestion, remedy, outcome, arguments);

    /// <summary>A finding at another argument of the initializer.</summary>
    /// <param name="name">The name of the property that the argument sets.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="suggestion">The initializer to write instead.</param>
    /// <param name="remedy">The network with all findings of the rule fixed.</param>
    /// <param name="outcome">What that changes, for the title of the fix; null where nothing is known.</param>
    /// <param name="arguments">The arguments of the message.</param>
    private protected Finding AtArgument(
        string name, SignalLayer layer, SuggestedInitializer suggestion, Remedy remedy, string? outcome, params string[] arguments)
    {
        ImmutableDictionary<string, string?> properties = suggestion.AddTo(ImmutableDictionary<string, string?>.Empty);
        if (outcome is not null)
        {
            properties = properties.Add(FixKeys.Outcome, remedy.IsJoint ? $"with all such layers, {outcome}" : outcome);
        }

        Location location = layer.Declaration.Arguments.LocationOf(name);
        return new Finding(layer, Diagnostic.Create(Descriptor, location, properties, arguments));
    }
}
