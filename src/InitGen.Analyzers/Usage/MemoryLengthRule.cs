using System.Collections.Immutable;
using System.Linq;
using InitGen.Definition;
using InitGen.Wording;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4003: a network is attached to as many values as it has parameters.</summary>
internal sealed class MemoryLengthRule : UsageRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network is attached to memory of another length",
        "'{0}' has {1} parameters, but the memory it is attached to has {2} values; allocate {0}.ParameterCount of them",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (operation is not IObjectCreationOperation { Type: INamedTypeSymbol network } creation
            || creation.Arguments.Only() is not { Value: var memory }
            || !body.Networks.IsMemory(memory.Type)
            || body.Networks.ParameterCountOf(network) is not { } count)
        {
            return null;
        }

        if (MemoryLength.Of(memory, body) is not { } length || length.Value == count || IsExpectedToThrow(operation, body))
        {
            return null;
        }

        // The fixer needs the place of the number that is wrong.
        ImmutableArray<Location> size = length.Size is null || IsShared(length.Size, network, body) ? [] : [length.Size.Syntax.GetLocation()];
        return Diagnostic.Create(Rule, memory.Syntax.GetLocation(), size, network.Name, NumberText.Of(count), NumberText.Of(length.Value));
    }

    // One allocation cannot suit networks of different types.
    private static bool IsShared(IOperation size, INamedTypeSymbol network, MethodBody body) =>
        body.Once(NetworksBySize)[size].Any(other => !SymbolEqualityComparer.Default.Equals(other, network));

    private static ILookup<IOperation, ITypeSymbol> NetworksBySize(MethodBody body) =>
        (from creation in body.Operations.OfType<IObjectCreationOperation>()
         where body.Networks.DeclarationOf(creation.Type) is not null
         let memory = creation.Arguments.Only()?.Value
         let size = memory is null ? null : MemoryLength.Of(memory, body)?.Size
         where size is not null
         select (Size: size, Network: creation.Type))
        .ToLookup(static use => use.Size, static use => use.Network);

    // A test that a wrong length is refused hands a lambda to an assertion.
    private static bool IsExpectedToThrow(IOperation operation, MethodBody body)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation)
            {
                return body.IsTest;
            }
        }

        return false;
    }
}
