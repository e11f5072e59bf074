using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Finds where code compares two networks or makes one from the other: there, twins are wanted.</summary>
internal static class Comparison
{
    private static readonly ImmutableArray<string> Words =
        ["equal", "same", "compare", "assert", "verify", "check", "differ", "distance", "match", "should", "copy"];

    /// <summary>Whether code compares two networks, or copies one to the other.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="body">The code.</param>
    public static bool IsMade(NetworkInitialization first, NetworkInitialization second, MethodBody body) =>
        body.Operations.Any(operation =>
            Relates(operation, body) && Mentions(operation, first, body) && Mentions(operation, second, body));

    private static bool Relates(IOperation operation, MethodBody body) => operation switch
    {
        IBinaryOperation binary => binary.OperatorKind
            is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Subtract
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        IInvocationOperation { TargetMethod: var method } => method.Name.ContainsAny(Words) || method.ContainingType.Name.ContainsAny(Words),
        ISimpleAssignmentOperation { Target: var target, Value: var value } =>
            body.VariableOf(target) is not null && body.VariableOf(value) is not null,
        _ => false,
    };

    // Also through local variables with one value: the weights of both are often taken before they are compared.
    private static bool Mentions(IOperation operation, NetworkInitialization network, MethodBody body)
    {
        HashSet<IOperation> followed = [];
        Stack<IOperation> left = new([operation]);
        while (left.Count > 0)
        {
            foreach (IOperation part in left.Pop().DescendantsAndSelf())
            {
                if (part == network.Operation || IsVariable(part, network.Variable))
                {
                    return true;
                }

                if (part is ILocalReferenceOperation && body.Origin(part) is var origin && origin != part && followed.Add(origin))
                {
                    left.Push(origin);
                }
            }
        }

        return false;
    }

    private static bool IsVariable(IOperation operation, ISymbol? variable) =>
        variable is not null && SymbolEqualityComparer.Default.Equals(MethodBody.SymbolOf(operation), variable);
}
