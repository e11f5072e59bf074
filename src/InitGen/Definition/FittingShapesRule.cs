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
            network.IsUnderstood && !network.IsBlock ? network.Layers.Where(static layer => layer.Inputs.All(static shape => shape.Size > 0)) : [];

        // Of a layer in a block, the first copy that is wrong speaks for all.
        return
            from copies in layers.GroupBy(static layer => layer.Property, SymbolEqualityComparer.Default)
            let wrong = copies.FirstOrDefault(static layer => MistakesOf(layer).Any())
            where wrong is not null
            from mistake in MistakesOf(wrong)
            select At(LocationOf(wrong, mistake), wrong.Name, Text(wrong, mistake));
    }

    // Of a stack, those of the first of its layers that has any.
    private static IEnumerable<ShapeMistake> MistakesOf(LayerDeclaration layer) => LayerResolution.Steps(layer.Spec, layer.Inputs)
        .Select(inputs => layer.Spec.Mistakes(inputs).OfType<ShapeMistake>().ToArray())
        .FirstOrDefault(static mistakes => mistakes.Length > 0) ?? [];

    // The sum of a block is wrong where the block is used.
    private static Location LocationOf(LayerDeclaration layer, ShapeMistake mistake) =>
        IsSumOfBlock(layer) ? layer.Location : layer.Arguments.LocationOf(mistake.Argument);

    private static string Text(LayerDeclaration layer, ShapeMistake mistake) =>
        IsSumOfBlock(layer) ? $"{mistake.Text}, by layers with [Shortcut] in its block, or by [Residual(IsOptional = true)]" : mistake.Text;

    private static bool IsSumOfBlock(LayerDeclaration layer) => layer is { Spec: AddSpec, Use: { } use } && layer.Property.Equals(use.Property, SymbolEqualityComparer.Default);
}
