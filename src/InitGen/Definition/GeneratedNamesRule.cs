using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Definition;

/// <summary>INIT1011: a network leaves free what the generator adds.</summary>
internal sealed class GeneratedNamesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1011";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A member that the generator adds is already declared",
        "{0} {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        INamedTypeSymbol type = network.Type;
        bool hasState = network.Layers.Any(static layer =>
            layer.Spec.ParametersOf(layer.Inputs).Any(static parameter => parameter.Role == ParameterRole.State));
        bool hasSteps = network.Layers.Any(static layer => layer.Spec.DependsOnStep);
        GeneratedMember[] members = network.IsBlock ? [.. GeneratedMembers.OfBlock] :
        [
            .. GeneratedMembers.All,
            .. hasState ? GeneratedMembers.OfState : [],
            .. hasSteps ? GeneratedMembers.OfSteps : [],
            .. hasState || hasSteps ? GeneratedMembers.OfInference : [],
        ];
        if (members.Any(generated => generated.Name == type.Name))
        {
            yield return At(network.Location, network.FirstTitle, "has the name of a member that the generator adds; rename the class");
        }

        foreach (SyntaxReference part in type.DeclaringSyntaxReferences)
        {
            if (part.GetSyntax() is ClassDeclarationSyntax { ParameterList: { } parameters })
            {
                yield return At(
                    parameters.GetLocation(),
                    network.FirstTitle,
                    "has a primary constructor, which the generated constructors cannot call; " + (network.IsBlock ? "remove it" : "declare an ordinary one that calls 'this(seed)'"));
            }
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (network.IsGenerated(member))
            {
                continue;
            }

            if (members.FirstOrDefault(generated => generated.CollidesWith(member)) is { } collision)
            {
                yield return At(member.Locations[0], network.FirstTitle, collision.IsConstructor
                    ? $"declares the constructor '{type.Name}({collision.ParameterText})', which the generator adds; remove it"
                    : $"declares '{member.Name}', the name of a member that the generator adds; rename it");
            }
            else if (Implements(member, network.Types.Network))
            {
                yield return At(member.Locations[0], network.FirstTitle, $"declares '{member.Name}', a member that the generator adds; remove it");
            }
        }
    }

    private static bool Implements(ISymbol member, INamedTypeSymbol? networkInterface)
    {
        IEnumerable<ISymbol> implemented = member switch
        {
            IMethodSymbol method => method.ExplicitInterfaceImplementations,
            IPropertySymbol property => property.ExplicitInterfaceImplementations,
            _ => [],
        };
        return implemented.Any(of => SymbolEqualityComparer.Default.Equals(of.ContainingType.OriginalDefinition, networkInterface));
    }
}
