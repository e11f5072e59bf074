using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1020: the sizes of a block stand in blocks, where they mean something.</summary>
internal sealed class BlockSizesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1020";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The sizes of a block must stand in a block",
        "'{0}' has {1}, which means nothing outside of a block; write a number, or put the layer into a class with [Residual] or [Sequential]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        from member in network.Members
        from argument in member.Arguments.SizesOfNoBlock
        select At(
            member.Arguments.LocationOf(argument),
            member.Property.Name,
            member.Arguments.SyntaxOf(argument)?.Expression.ToString() ?? $"a size of a block as '{argument}'");
}
