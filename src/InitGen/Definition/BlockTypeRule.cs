using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1018: what [Block] stands on shows a block, which does not contain itself.</summary>
internal sealed class BlockTypeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1018";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A block must have the type of a block",
        "Block '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        from block in network.Blocks
        where block.Property.Type.TypeKind != TypeKind.Error && (block.Block is null || block.IsCircular)
        select At(block.Location, block.Property.Name, block.Block is null
            ? $"has the type '{block.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which is no block; give it a class with [Residual] or [Sequential], or BlockStack of one"
            : $"contains itself, as '{block.Block.Name}' is the block around it; use another block");
}
