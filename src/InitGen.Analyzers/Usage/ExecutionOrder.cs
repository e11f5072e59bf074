using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Tells which operations can follow each other.</summary>
internal static class ExecutionOrder
{
    /// <summary>Whether one call of a function can come from one operation to a later one. It cannot where they stand in different branches
    /// or functions, or where the first is followed by a return.</summary>
    /// <param name="first">The first.</param>
    /// <param name="later">One that stands behind it.</param>
    public static bool Leads(IOperation first, IOperation later)
    {
        List<IOperation> aroundLater = [later, .. Ancestors(later)];
        IOperation step = first;
        foreach (IOperation around in Ancestors(first))
        {
            if (aroundLater.IndexOf(around) is >= 0 and var index)
            {
                return !AreAlternatives(around, step) && !aroundLater.Take(index).Any(IsFunction);
            }

            if (IsFunction(around) || IsExit(step))
            {
                return false;
            }

            step = around;
        }

        return true;
    }

    /// <summary>Whether a local variable is gone where an operation stands.</summary>
    /// <param name="variable">A variable.</param>
    /// <param name="use">An operation that uses it.</param>
    /// <param name="later">The operation.</param>
    public static bool IsGone(ISymbol? variable, IOperation use, IOperation later) =>
        variable is ILocalSymbol local
        && Ancestors(use).OfType<IBlockOperation>().FirstOrDefault(block => block.Locals.Contains(local)) is { } scope
        && !Ancestors(later).Contains(scope);

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            yield return around;
        }
    }

    private static bool AreAlternatives(IOperation around, IOperation branch) => around switch
    {
        IConditionalOperation conditional => branch == conditional.WhenTrue,
        ISwitchOperation => branch is ISwitchCaseOperation,
        ISwitchExpressionOperation => branch is ISwitchExpressionArmOperation,
        _ => IsExit(branch),
    };

    private static bool IsFunction(IOperation operation) => operation is IAnonymousFunctionOperation or ILocalFunctionOperation;

    private static bool IsExit(IOperation operation) => operation switch
    {
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IBranchOperation => true,
        IBlockOperation block => block.Operations.LastOrDefault() is { } last && IsExit(last),
        _ => false,
    };
}
