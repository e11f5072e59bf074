using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Where a body compares networks or makes one from another: there, twins are wanted.</summary>
internal sealed class Comparisons
{
    private static readonly ImmutableArray<string> Words =
        ["equal", "same", "compare", "assert", "verify", "check", "differ", "distance", "match", "should", "copy"];

    private readonly MethodBody _body;

    // The numbers of the comparisons that mention a variable or an operation.
    private readonly Dictionary<object, HashSet<int>> _mentions = [];

    /// <summary>Finds them.</summary>
    /// <param name="body">The body.</param>
    public Comparisons(MethodBody body)
    {
        _body = body;
        foreach (NetworkInitialization network in body.Initializations)
        {
            _mentions[network.Operation] = [];
            _mentions[network.Variable ?? (object)network.Operation] = [];
        }

        int number = 0;
        foreach (IOperation operation in body.Operations.Where(IsComparison))
        {
            Add(operation, number++);
        }
    }

    /// <summary>Whether two networks are compared, or one is copied to the other.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    public bool Relate(NetworkInitialization first, NetworkInitialization second) => NumbersOf(first).Intersect(NumbersOf(second)).Any();

    private IEnumerable<int> NumbersOf(NetworkInitialization network) =>
        _mentions[network.Operation].Concat(_mentions[network.Variable ?? (object)network.Operation]);

    private bool IsComparison(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorKind
            is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Subtract
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        IInvocationOperation { TargetMethod: var method } => method.Name.ContainsAny(Words) || method.ContainingType.Name.ContainsAny(Words),
        ISimpleAssignmentOperation { Target: var target, Value: var value } =>
            _body.VariableOf(target) is not null && _body.VariableOf(value) is not null,
        _ => false,
    };

    // Also through local variables with one value: the weights of both are often taken before they are compared.
    private void Add(IOperation comparison, int number)
    {
        HashSet<IOperation> followed = [];
        Stack<IOperation> left = new([comparison]);
        while (left.Count > 0)
        {
            foreach (IOperation part in left.Pop().DescendantsAndSelf())
            {
                AddMention(part, number);
                AddMention(MethodBody.SymbolOf(part), number);
                if (part is ILocalReferenceOperation && _body.Origin(part) is var origin && origin != part && followed.Add(origin))
                {
                    left.Push(origin);
                }
            }
        }
    }

    private void AddMention(object? mentioned, int number)
    {
        if (mentioned is not null && _mentions.TryGetValue(mentioned, out HashSet<int>? numbers))
        {
            numbers.Add(number);
        }
    }
}
