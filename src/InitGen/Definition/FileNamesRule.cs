using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1021: parameters have names of their own in files.</summary>
internal sealed class FileNamesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1021";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "Layers must have different names in files",
        "Layer '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (MemberDeclaration member in network.Members)
        {
            if (member.FileName is { IsUnderstood: true } name && string.IsNullOrWhiteSpace(name.ValueOf<string?>(nameof(NameAttribute.Name), null)))
            {
                yield return At(name.Location, member.Property.Name, "has an empty name in files; write one, or remove [Name]");
            }
        }

        var layers = new Dictionary<string, LayerDeclaration>();
        foreach (LayerDeclaration layer in network.Layers.Where(static layer => layer.Spec.ParametersOf(layer.Inputs).Any()))
        {
            string name = layer.Spec.FileName ?? layer.Name;
            if (!layers.TryGetValue(name, out LayerDeclaration first))
            {
                layers.Add(name, layer);
            }
            else if (first.Name != layer.Name) // that two properties have one name is the compiler's to say
            {
                yield return At(layer.FileName?.Location ?? layer.Location, layer.Name, $"is '{name}' in files, as layer '{first.Name}' is; give it another [Name]");
            }
        }
    }
}
