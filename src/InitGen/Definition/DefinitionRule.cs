using System.Collections.Generic;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>A rule on the definition of a network. Where it is broken, the analyzer reports it and the generator does not generate the
/// network.</summary>
public abstract class DefinitionRule
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

    /// <summary>The page that explains a rule.</summary>
    private protected static string HelpLink(string id) => $"https://github.com/initgen/initgen/blob/main/docs/rules/{id}.md";

    // Texts only: how a number reads must not depend on the culture of the machine that shows the message.
    private protected Diagnostic At(Location location, params string[] arguments) => Diagnostic.Create(Descriptor, location, arguments);
}
