using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>Tells tests from other code.</summary>
internal static class TestCode
{
    // Of xUnit.net, NUnit, MSTest, TUnit and FsCheck; others derive from these.
    private static readonly ImmutableHashSet<string> Attributes =
        ["FactAttribute", "TestAttribute", "TestCaseAttribute", "TestCaseSourceAttribute", "TestMethodAttribute", "PropertyAttribute"];

    /// <summary>Whether a member is a test, or helps the tests that stand in the same class.</summary>
    /// <param name="member">The member.</param>
    public static bool Contains(ISymbol member)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.GetMembers().Any(IsTest))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTest(ISymbol member) =>
        member is IMethodSymbol && member.GetAttributes().Any(static attribute => IsTestAttribute(attribute.AttributeClass));

    private static bool IsTestAttribute(INamedTypeSymbol? type) =>
        type is not null && (Attributes.Contains(type.Name) || IsTestAttribute(type.BaseType));
}
