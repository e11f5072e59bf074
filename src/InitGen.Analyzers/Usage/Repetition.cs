using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Usage;

/// <summary>Code that runs several times: the body of a loop, or a function that another method calls for each element.</summary>
internal sealed class Repetition
{
    // Half-typed code can refer to itself, and expressions can be as deep as a stack.
    private const int Depth = 32;

    // Of LINQ, of collections and of Parallel.
    private static readonly ImmutableHashSet<string> Repeating =
    [
        "Select", "SelectMany", "Zip", "ToDictionary", "ToFrozenDictionary", "ToImmutableDictionary", "ConvertAll", "CreateRange",
        "ForEach", "ForAll", "For", "ForAsync", "ForEachAsync",
    ];

    private readonly MethodBody _body;
    private readonly ImmutableArray<ISymbol> _variables;
    private readonly TextSpan _span;

    private Repetition(IOperation code, ImmutableArray<ISymbol> variables, IInvocationOperation? call, MethodBody body)
    {
        Code = code;
        Call = call;
        _body = body;
        _variables = variables;
        _span = code.Syntax.Span;
    }

    /// <summary>The loop, or the function.</summary>
    public IOperation Code { get; }

    /// <summary>The call that runs the function; null for a loop.</summary>
    public IInvocationOperation? Call { get; }

    /// <summary>What the code is repeated for; null where it is no collection.</summary>
    public IOperation? Collection =>
        Code is IForEachLoopOperation loop ? loop.Collection : Call?.Instance ?? Call?.Arguments.FirstOrDefault()?.Value;

    /// <summary>What it is called.</summary>
    public string Name => Code is ILoopOperation ? "loop" : Code is ILocalFunctionOperation ? "function" : "lambda";

    /// <summary>The repetitions of an operation, from the inside out.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="body">The code that it stands in.</param>
    public static IEnumerable<Repetition> Of(IOperation operation, MethodBody body)
    {
        bool isLeft = false;
        IOperation part = operation;
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            // Before it comes round, the code may leave the loop.
            isLeft |= ExecutionOrder.IsExit(part);
            if (around is ILoopOperation loop && part == loop.Body && !isLeft)
            {
                yield return new Repetition(loop, ImmutableArray<ISymbol>.CastUp(loop.Locals), call: null, body);
            }
            else if (ExecutionOrder.SymbolOf(around) is { } function)
            {
                isLeft = false;
                if (CallsOf(around, body).FirstOrDefault(IsRepeating) is { } call)
                {
                    yield return new Repetition(around, ImmutableArray<ISymbol>.CastUp(function.Parameters), call, body);
                }
            }

            part = around;
        }
    }

    /// <summary>The calls that a lambda or local function is handed to.</summary>
    /// <param name="function">The function.</param>
    /// <param name="body">The code that it stands in.</param>
    public static IEnumerable<IInvocationOperation> CallsOf(IOperation function, MethodBody body)
    {
        IOperation value = function;
        while (value.Parent is IDelegateCreationOperation or IConversionOperation)
        {
            value = value.Parent;
        }

        IEnumerable<IOperation> values = (function, value.Parent) switch
        {
            (ILocalFunctionOperation { Symbol: var symbol }, _) => body.ReferencesTo(symbol),
            (_, IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
                when body.OnlyValueOf(local) is not null => body.ReferencesTo(local),
            _ => [function],
        };
        return values.Select(CallOf).OfType<IInvocationOperation>();
    }

    /// <summary>Whether an operation is a part of it.</summary>
    /// <param name="operation">The operation.</param>
    public bool Contains(IOperation operation) => _span.Contains(operation.Syntax.Span);

    /// <summary>Whether a variable has another value each time, for which the code is repeated.</summary>
    /// <param name="variable">The variable.</param>
    public bool IsFor(ISymbol? variable) => variable is not null && _variables.Contains(variable, SymbolEqualityComparer.Default);

    /// <summary>Whether a value is certainly the same each time.</summary>
    /// <param name="value">The value.</param>
    public bool IsSame(IOperation value) => IsSame(value, Depth);

    /// <summary>Whether a value is made of what changes from one time to the next.</summary>
    /// <param name="value">The value.</param>
    public bool Changes(IOperation value) => Changes(value, Depth);

    /// <summary>Whether a value, an element of it or what it is a part of was there before, or is what the code is repeated for.</summary>
    /// <param name="value">The value.</param>
    public bool IsGiven(IOperation value)
    {
        IOperation root = _body.RootOf(value, IsOwn);
        return MethodBody.SymbolOf(root) is { } variable ? !IsOwn(variable) : !Contains(root);
    }

    /// <summary>Whether a variable is declared by the code for its own use.</summary>
    /// <param name="variable">The variable.</param>
    public bool IsOwn(ISymbol variable) => IsDeclaredHere(variable) && !IsFor(variable);

    private static IInvocationOperation? CallOf(IOperation function)
    {
        IOperation? around = function.Parent;
        while (around is IDelegateCreationOperation or IConversionOperation)
        {
            around = around.Parent;
        }

        return around is IArgumentOperation { Parent: IInvocationOperation call } ? call : null;
    }

    private static bool IsRepeating(IInvocationOperation call)
    {
        if (!Repeating.Contains(call.TargetMethod.Name))
        {
            return false;
        }

        // Others have methods of these names for a single value.
        INamespaceSymbol space = call.TargetMethod.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space?.Name == "System";
    }

    // The variables of a query are declared elsewhere.
    private bool IsDeclaredHere(ISymbol variable) => IsFor(variable)
        || (variable is ILocalSymbol or IParameterSymbol && variable.DeclaringSyntaxReferences.Any(place => _span.Contains(place.Span)));

    private bool IsSame(IOperation value, int depth) => depth > 0 && (value.ConstantValue.HasValue || value switch
    {
        IConversionOperation { OperatorMethod: null, Operand: var operand } => IsSame(operand, depth - 1),
        IUnaryOperation { OperatorMethod: null, Operand: var operand } => IsSame(operand, depth - 1),
        IBinaryOperation { OperatorMethod: null, LeftOperand: var left, RightOperand: var right } =>
            IsSame(left, depth - 1) && IsSame(right, depth - 1),
        IInstanceReferenceOperation => true,
        ILocalReferenceOperation { Local: var local } when IsDeclaredHere(local) =>
            _body.OnlyValueOf(local) is { } only && IsSame(only, depth - 1),
        ILocalReferenceOperation { Local: var local } => !IsWritten(local),
        IParameterReferenceOperation { Parameter: var parameter } => !IsDeclaredHere(parameter) && !IsWritten(parameter),
        IFieldReferenceOperation { Field.IsReadOnly: true, Instance: var holder } => holder is null || IsSame(holder, depth - 1),
        IPropertyReferenceOperation { Property: var property, Instance: var holder } when IsSetOnce(property) =>
            holder is null || IsSame(holder, depth - 1),
        _ => false,
    });

    // A function may run long after it was made.
    private bool IsWritten(ISymbol variable) =>
        _body.IsWrittenIn(variable, Call is null ? _span : TextSpan.FromBounds(_span.Start, int.MaxValue));

    private static bool IsSetOnce(IPropertySymbol property) =>
        property.SetMethod is null or { IsInitOnly: true }
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private bool Changes(IOperation value, int depth) =>
        depth > 0 && value.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation or IParameterReferenceOperation
            && MethodBody.SymbolOf(part) is { } variable
            && (IsFor(variable)
                || (IsDeclaredHere(variable)
                    ? variable is ILocalSymbol local && _body.OnlyValueOf(local) is { } only && Changes(only, depth - 1)
                    : _body.IsWrittenIn(variable, _span))));
}
