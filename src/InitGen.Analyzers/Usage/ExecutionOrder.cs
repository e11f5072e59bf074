using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Tells which operations can follow each other in one call of a function: not those in different branches or functions, nor what
/// stands behind a return. One operation leads to a later one where the innermost operation around both is among the ways out of the one
/// and the ways in to the other.</summary>
internal static class ExecutionOrder
{
    /// <summary>The operations around one from whose rest it can be followed, from the inside out, each with the part of it that has the
    /// operation.</summary>
    /// <param name="operation">The operation.</param>
    public static IEnumerable<(IOperation Around, IOperation Part)> WaysOut(IOperation operation)
    {
        IOperation part = operation;
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (!AreAlternatives(around, part))
            {
                yield return (around, part);
            }

            if (IsFunction(around) || IsExit(part))
            {
                yield break;
            }

            part = around;
        }
    }

    /// <summary>An operation and those around it in the same function, from the inside out.</summary>
    /// <param name="operation">The operation.</param>
    public static IEnumerable<IOperation> WaysIn(IOperation operation)
    {
        for (IOperation? around = operation; around is not null; around = IsFunction(around) ? null : around.Parent)
        {
            yield return around;
        }
    }

    /// <summary>The lambda or local function that an operation stands in, the innermost one; null where it stands in none.</summary>
    /// <param name="operation">The operation.</param>
    public static IOperation? FunctionAround(IOperation operation)
    {
        IOperation? around = operation.Parent;
        while (around is not null && !IsFunction(around))
        {
            around = around.Parent;
        }

        return around;
    }

    /// <summary>The method that a lambda or local function is; null for other operations.</summary>
    /// <param name="operation">The operation.</param>
    public static IMethodSymbol? SymbolOf(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        _ => null,
    };

    /// <summary>Whether nothing that stands behind a statement follows it.</summary>
    /// <param name="operation">The statement.</param>
    public static bool IsExit(IOperation operation) => operation switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => true,
        IBlockOperation { Operations: { Length: > 0 } operations } => IsExit(operations[operations.Length - 1]),
        _ => false,
    };

    private static bool AreAlternatives(IOperation around, IOperation branch) => around switch
    {
        IConditionalOperation conditional => branch == conditional.WhenTrue,
        ISwitchOperation => branch is ISwitchCaseOperation,
        ISwitchExpressionOperation => branch is ISwitchExpressionArmOperation,
        _ => IsExit(branch),
    };

    private static bool IsFunction(IOperation operation) => SymbolOf(operation) is not null;
}
