using System.Collections.Immutable;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>A rule on arguments that a layer is better off without.</summary>
internal abstract class RemovableArgumentRule : SignalRule
{
    private protected RemovableArgumentRule()
    {
    }

    /// <summary>A finding at an argument of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="location">The place of the argument.</param>
    /// <param name="name">The property whose argument to remove.</param>
    /// <param name="severity">How loudly it is said.</param>
    /// <param name="outcome">What that changes, for the title of the fix; null where it changes nothing or nothing is known.</param>
    /// <param name="arguments">The arguments of the message. Texts only: how a number reads must not depend on a culture.</param>
    private protected SignalFinding At(
        SignalLayer layer, Location location, string name, DiagnosticSeverity severity, string? outcome, params string[] arguments)
    {
        ImmutableDictionary<string, string?>.Builder properties = layer.Properties.ToBuilder();
        properties.Add(FixKeys.Remove, name);
        if (outcome is not null)
        {
            properties.Add(FixKeys.Outcome, outcome);
        }

        return new SignalFinding(layer, Diagnostic.Create(
            Descriptor, location, severity, additionalLocations: null, properties.ToImmutable(), arguments));
    }
}
