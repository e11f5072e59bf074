using System.Collections.Generic;
using System.Collections.Immutable;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>A rule on the definition of a network. Where it is broken, the analyzer reports it and the generator does not generate the
/// network.</summary>
internal abstract class DefinitionRule
{
    private protected const string Category = "InitGen.Definition";

    private protected DefinitionRule()
    {
    }

    /// <summary>What the rule is called and says.</summary>
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Each place where a network breaks the rule.</summary>
    /// <param name="network">The network.</param>
    public abstract IEnumerable<Diagnostic> Check(NetworkDeclaration network);

    /// <summary>The page that explains a rule of any kind.</summary>
    /// <param name="id">The rule's id.</param>
    public static string HelpLink(string id) => RulePage.AddressOf(id);

    // Texts only: how a number reads must not depend on the culture of the machine that shows the message.
    private protected Diagnostic At(Location location, params string[] arguments) => Diagnostic.Create(Descriptor, location, arguments);

    // With what the fixer needs, by name.
    private protected Diagnostic At(Location location, ImmutableDictionary<string, string?> properties, params string[] arguments) =>
        Diagnostic.Create(Descriptor, location, properties, arguments);
}
