using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1017: what comes into a layer has a shape that it can take.</summary>
internal sealed class FittingShapesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1017";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A layer must be able to take what comes in",
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
        // Of shapes that are wrong themselves, or of what is not there, other rules speak.
        IEnumerable<LayerDeclaration> layers =
            network.IsUnderstood ? network.Layers.Where(static layer => layer.Inputs.All(static shape => shape.Size > 0)) : [];
        return
            from layer in layers
            from mistake in LayerResolution.Steps(layer.Spec, layer.Inputs)
                .Select(inputs => layer.Spec.Mistakes(inputs).OfType<ShapeMistake>().ToArray())
                .FirstOrDefault(static mistakes => mistakes.Length > 0) ?? []
            select At(layer.Arguments.LocationOf(mistake.Argument), layer.Name, mistake.Text);
    }
}
