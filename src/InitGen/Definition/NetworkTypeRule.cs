using System.Collections.Generic;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1009: a network is a class that the generator can add constructors to.</summary>
public sealed class NetworkTypeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network must be an ordinary class",
        "Network '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        Mistakes(network.Type, network.Types).Select(mistake => At(network.Location, network.Name, mistake));

    private static IEnumerable<string> Mistakes(INamedTypeSymbol type, WellKnownTypes types)
    {
        if (type.IsRecord || type.TypeKind != TypeKind.Class)
        {
            yield return $"is {(type.IsRecord ? "a record" : type.TypeKind == TypeKind.Interface ? "an interface" : "a struct")}; make it a class";
            yield break;
        }

        if (type.IsStatic || type.IsAbstract)
        {
            string modifier = type.IsStatic ? "static" : "abstract";
            yield return $"is {modifier}; remove '{modifier}'";
        }

        if (type.Arity > 0)
        {
            yield return "is generic; remove its type parameters";
        }

        if (FileLocality.Of(type) is { } fileLocal)
        {
            yield return $"cannot be completed from a generated file because '{fileLocal.Name}' is file-local; remove 'file'";
        }

        if (type.BaseType is { TypeKind: not TypeKind.Error } parent && !HasUsableConstructor(parent, type, types))
        {
            yield return $"derives from '{parent.Name}', which has no accessible parameterless constructor; add one to '{parent.Name}'";
        }

        if (RequiredMember(type) is { } required)
        {
            yield return $"has the required member '{required.Name}', which the generated constructors do not set; remove 'required'";
        }
    }

    // The generated constructors call the one without arguments.
    private static bool HasUsableConstructor(INamedTypeSymbol parent, INamedTypeSymbol type, WellKnownTypes types) =>
        parent.InstanceConstructors.Any(constructor =>
            constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
            && types.Compilation.IsSymbolAccessibleWithin(constructor, type)

            // A network gets constructors from the generator, and so loses the one that the compiler gives.
            && !(constructor.IsImplicitlyDeclared && parent.GetAttributes().Any(types.IsNetworkAttribute)));

    private static ISymbol? RequiredMember(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
