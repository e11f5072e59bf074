using System.Collections.Immutable;
using System.Linq;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Reading;

/// <summary>Finds what a project declares by names that the code of a network needs for types of libraries.</summary>
internal static class HiddenNames
{
    /// <summary>The names of the types and namespaces that hide a type that generated code names, each once.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <param name="forms">The kinds of layers.</param>
    public static ImmutableArray<string> In(Compilation compilation, LayerForms forms) =>
    [
        // Few projects declare anything by such a name: libraries are searched for those alone.
        .. TypeNames.OfGeneratedCode(forms)
            .Select(name => (Name: name, Hiding: Hiding(name, compilation.Assembly.GlobalNamespace)))
            .Where(found => found.Hiding is not null
                && compilation.GetTypesByMetadataName(found.Name).Any(type => !IsDeclared(type, compilation)))
            .Select(static found => found.Hiding!.ToDisplayString())
            .Distinct(),
    ];

    private static bool IsDeclared(ISymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    // The first part of a name that is declared as something else is what the compiler takes it for.
    private static ISymbol? Hiding(string name, INamespaceSymbol space)
    {
        int dot = name.IndexOf('.');
        string part = dot < 0 ? name : name.Substring(0, dot);
        ImmutableArray<ISymbol> declared = [.. space.GetMembers(part.Split('`')[0])];
        return declared.FirstOrDefault(symbol =>
                symbol is INamedTypeSymbol { IsFileLocal: false } type ? type.MetadataName == part : dot < 0 && symbol.Name == part)
            ?? (dot >= 0 && declared.OfType<INamespaceSymbol>().FirstOrDefault() is { } inner ? Hiding(name.Substring(dot + 1), inner) : null);
    }
}
