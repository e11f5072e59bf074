using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.InteropServices;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1009: a network is a class that the generator can add constructors to.</summary>
internal sealed class NetworkTypeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1009";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network must be an ordinary class",
        "{0} {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network) =>
        Mistakes(network.Type, network.Types).Select(mistake => At(network.Location, network.FirstTitle, mistake));

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

        if (FileLocalTypeOf(type) is { } fileLocal)
        {
            yield return $"cannot be completed from a generated file because '{fileLocal.Name}' is file-local; remove 'file'";
        }

        if (type.BaseType is { TypeKind: not TypeKind.Error } parent && MistakeOfBase(parent, type, types) is { } mistakeOfBase)
        {
            yield return $"derives from '{parent.Name}', which has {mistakeOfBase} '{parent.Name}'";
        }

        if (HasExplicitLayout(type))
        {
            yield return "has an explicit layout, in which the generated field has no place; remove '[StructLayout(LayoutKind.Explicit)]'";
        }

        if (type.IsComImport)
        {
            yield return "is imported from COM and so has no constructors of its own; remove '[ComImport]'";
        }

        if (RequiredMember(type) is { } required)
        {
            yield return $"has the required member '{required.Name}', which the generated constructors do not set; remove 'required'";
        }
    }

    // The generated constructors call the one without arguments.
    private static string? MistakeOfBase(INamedTypeSymbol parent, INamedTypeSymbol type, WellKnownTypes types)
    {
        ImmutableArray<IMethodSymbol> usable =
        [
            .. parent.InstanceConstructors.Where(constructor =>
                constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
                && types.Compilation.IsSymbolAccessibleWithin(constructor, type)

                // A network gets constructors from the generator, and so loses the one that the compiler gives.
                && !(constructor.IsImplicitlyDeclared && parent.GetAttributes().Any(types.IsNetworkAttribute))),
        ];
        IMethodSymbol? called = usable.Length == 1 ? usable[0] : usable.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
        return usable.IsEmpty ? "no accessible parameterless constructor; add one to"
            : called is null ? "several constructors that can be called without arguments; add a parameterless one to"
            : IsObsoleteAsError(called) ? "a parameterless constructor that is obsolete as an error; remove the attribute in"
            : null;
    }

    private static bool IsObsoleteAsError(IMethodSymbol constructor) => constructor.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.ToDisplayString() == "System.ObsoleteAttribute"
        && attribute.ConstructorArguments.Any(static argument => argument.Value is true));

    private static bool HasExplicitLayout(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.ToDisplayString() == "System.Runtime.InteropServices.StructLayoutAttribute"
        && attribute.ConstructorArguments.Any(static argument => argument.Value is (int)LayoutKind.Explicit or (short)LayoutKind.Explicit));

    // Among a type and those around it.
    private static INamedTypeSymbol? FileLocalTypeOf(INamedTypeSymbol? type) =>
        type is null or { IsFileLocal: true } ? type : FileLocalTypeOf(type.ContainingType);

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
