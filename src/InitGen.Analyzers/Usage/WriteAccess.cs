using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Tells the writing of a variable or an element from its reading.</summary>
internal static class WriteAccess
{
    /// <summary>Whether an operation writes what a reference refers to, or lets others do so.</summary>
    /// <param name="reference">A reference to a variable, a property or an element.</param>
    public static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference || assignment is ISimpleAssignmentOperation { IsRef: true },
        IIncrementOrDecrementOperation or IAddressOfOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol.RefKind == RefKind.Ref,
        ITupleOperation tuple => IsWritten(tuple),
        _ => false,
    };
}
