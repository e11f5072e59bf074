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

    // The numbers of the comparisons that mention a variable or an initialization.
    private readonly Dictionary<object, HashSet<int>> _mentions = [];

    // How many elements of a collection they mention.
    private readonly Dictionary<ISymbol, Dictionary<int, int>> _elements = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _initializations;

    /// <summary>Finds them.</summary>
    /// <param name="body">The body.</param>
    public Comparisons(MethodBody body)
    {
        _body = body;
        _initializations = [.. body.Initializations.Select(static network => network.Operation)];
        int number = 0;
        foreach (IOperation operation in body.Operations.Where(IsComparison))
        {
            Add(operation, number++);
        }
    }

    /// <summary>Whether two things are compared, or one is copied to the other.</summary>
    /// <param name="first">The variables or initializations by which the one is mentioned.</param>
    /// <param name="second">Those of the other.</param>
    public bool Relate(IEnumerable<object> first, IEnumerable<object> second) =>
        first.SelectMany(NumbersOf).Intersect(second.SelectMany(NumbersOf)).Any();

    /// <summary>Whether several of the things that variables hold are compared.</summary>
    /// <param name="holders">The variables, of collections and of single things.</param>
    public bool RelateSeveral(IEnumerable<ISymbol> holders) => holders
        .SelectMany(holder => _elements.TryGetValue(holder, out Dictionary<int, int>? elements)
            ? elements.Select(static count => (Number: count.Key, Count: count.Value))
            : NumbersOf(holder).Select(static number => (Number: number, Count: 1)))
        .GroupBy(static mention => mention.Number)
        .Any(static mentions => mentions.Sum(static mention => mention.Count) > 1);

    private IEnumerable<int> NumbersOf(object mentioned) => _mentions.TryGetValue(mentioned, out HashSet<int>? numbers) ? numbers : [];

    private bool IsComparison(IOperation operation) => operation switch
    {
        IBinaryOperation binary => binary.OperatorKind
            is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.Subtract
            or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        IInvocationOperation { TargetMethod: var method } => IsNamedComparison(method),
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
                AddMention(_initializations.Contains(part) ? part : MethodBody.SymbolOf(part), number);
                AddElements(part, number);
                if (part is ILocalReferenceOperation && _body.Origin(part) is var origin && origin != part && followed.Add(origin))
                {
                    left.Push(origin);
                }
            }
        }
    }

    private void AddMention(object? mentioned, int number)
    {
        if (mentioned is null)
        {
            return;
        }

        if (!_mentions.TryGetValue(mentioned, out HashSet<int>? numbers))
        {
            _mentions.Add(mentioned, numbers = []);
        }

        numbers.Add(number);
    }

    // A call that compares a collection compares all of its elements.
    private void AddElements(IOperation part, int number)
    {
        (IOperation? collection, int count) = part switch
        {
            ILocalReferenceOperation { Local: var local } when _body.LoopOver(local) is { } loop => (loop.Collection, 1),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method }, Value: { Type: { } type } value }
                when IsNamedComparison(method) && !_body.Networks.IsNetwork(type) => (value, 2),
            _ => (Elements.Parts(part).Collection, 1),
        };
        if (collection is null || _body.VariableOf(collection) is not { } holder)
        {
            return;
        }

        if (!_elements.TryGetValue(holder, out Dictionary<int, int>? counts))
        {
            _elements.Add(holder, counts = []);
        }

        counts[number] = (counts.TryGetValue(number, out int before) ? before : 0) + count;
    }

    private static bool IsNamedComparison(IMethodSymbol method) =>
        method.Name.ContainsAny(Words) || method.ContainingType?.Name.ContainsAny(Words) == true;
}
