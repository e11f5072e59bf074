using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>A member that the generator adds to a network.</summary>
/// <param name="Name">Its name in metadata.</param>
/// <param name="Parameters">The types of a method's parameters; null for what can have no overloads.</param>
internal sealed record GeneratedMember(string Name, ImmutableArray<string>? Parameters = null)
{
    public const string Constructor = ".ctor";

    public bool IsConstructor => Name == Constructor;

    public string ParameterText => string.Join(", ", Parameters ?? []).Replace("global::System.", "");

    /// <summary>Whether the compiler would not allow both. Overloads of a method do not collide.</summary>
    public bool CollidesWith(ISymbol member)
    {
        if (member.Name != Name)
        {
            return false;
        }

        return Parameters is not { } parameters || member is not IMethodSymbol method
            || (method.Arity == 0 && method.Parameters.Select(TypeOf).SequenceEqual(parameters));
    }

    private static string TypeOf(IParameterSymbol parameter) =>
        (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
