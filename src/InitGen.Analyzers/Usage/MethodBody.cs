using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace InitGen.Analyzers.Usage;

/// <summary>The code of one method, constructor, accessor or initializer, with its lambdas and local functions. What a rule asks for is
/// found out when it first asks.</summary>
internal sealed class MethodBody
{
    private readonly Lazy<ImmutableArray<IOperation>> _operations;
    private readonly Lazy<Dictionary<ISymbol, IOperation>> _onlyValues;
    private readonly Lazy<ImmutableArray<NetworkInitialization>> _initializations;
    private readonly Lazy<Dictionary<ISymbol, List<int>>> _writes;
    private readonly Lazy<HashSet<ISymbol>> _capturedWrites;
    private readonly Lazy<ILookup<ISymbol, IOperation>> _references;
    private readonly Lazy<ILookup<ISymbol, IForEachLoopOperation>> _loops;
    private readonly Lazy<bool> _isTest;
    private readonly ConcurrentDictionary<Type, object> _found = [];

    /// <summary>A body.</summary>
    /// <param name="owner">The member that it belongs to.</param>
    /// <param name="blocks">Its code.</param>
    /// <param name="networks">The networks that it may use.</param>
    public MethodBody(ISymbol owner, ImmutableArray<IOperation> blocks, KnownNetworks networks)
    {
        Owner = owner;
        Networks = networks;
        _operations = new(() =>
            [.. blocks.SelectMany(static block => block.DescendantsAndSelf()).OrderBy(static operation => operation.Syntax.SpanStart)]);
        _onlyValues = new(FindOnlyValues);
        _initializations = new(() =>
            [.. Operations.Select(operation => NetworkInitialization.Of(operation, this)).OfType<NetworkInitialization>()]);
        _writes = new(FindWrites);
        _capturedWrites = new(FindCapturedWrites);
        _references = new(FindReferences);
        _loops = new(FindLoops);
        _isTest = new(() => TestCode.Contains(owner));
    }

    /// <summary>The member that the code belongs to.</summary>
    public ISymbol Owner { get; }

    /// <summary>The networks that the code may use.</summary>
    public KnownNetworks Networks { get; }

    /// <summary>All operations, by their places.</summary>
    public ImmutableArray<IOperation> Operations => _operations.Value;

    /// <summary>The operations that initialize networks, by their places.</summary>
    public ImmutableArray<NetworkInitialization> Initializations => _initializations.Value;

    /// <summary>Whether the code tests other code.</summary>
    public bool IsTest => _isTest.Value;

    /// <summary>Where a value comes from: without conversions, and of a local variable with one value, that value.</summary>
    /// <param name="value">The value.</param>
    public IOperation Origin(IOperation value) => Trace(value).Last();

    /// <summary>The constant that a value is, or that it comes from.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The constant; null where the value is unknown.</returns>
    public object? ConstantOf(IOperation value)
    {
        foreach (IOperation step in Trace(value))
        {
            if (step.ConstantValue is { HasValue: true, Value: var constant })
            {
                return constant;
            }

            // A cast can change a number.
            if (step is IConversionOperation { IsImplicit: false })
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The variable, field or property that a value comes from; where it goes through several variables, the first that had it.
    /// For <c>this</c>, the type.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The symbol; null where the value comes from none.</returns>
    public ISymbol? VariableOf(IOperation value) => Trace(value).Select(SymbolOf).LastOrDefault(static symbol => symbol is not null);

    /// <summary>The variable, field or property that an operation refers to, or for <c>this</c> the type; null for others.</summary>
    /// <param name="operation">The operation.</param>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter,
        IMemberReferenceOperation reference => reference.Member,
        IInstanceReferenceOperation reference => reference.Type,
        _ => null,
    };

    /// <summary>What a value, as an element, a member or a stretch of something, is a part of at last.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isFollowed">Whether the value of a local variable is looked into, where it has only one.</param>
    public IOperation RootOf(IOperation value, Func<ISymbol, bool> isFollowed)
    {
        HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
        while (true)
        {
            IOperation? whole = value switch
            {
                IConversionOperation conversion => conversion.Operand,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IImplicitIndexerReferenceOperation element => element.Instance,
                IMemberReferenceOperation member => member.Instance,
                IInvocationOperation call => call.Instance ?? (IsView(call.TargetMethod) ? call.Arguments.FirstOrDefault()?.Value : null),
                ILocalReferenceOperation { Local: var local } when isFollowed(local) && followed.Add(local) => OnlyValueOf(local),
                _ => null,
            };
            if (whole is null or IInstanceReferenceOperation)
            {
                return value;
            }

            value = whole;
        }
    }

    /// <summary>How often a variable is written, by its place in the code, before a position.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="position">The position.</param>
    public int CountWrites(ISymbol variable, int position)
    {
        int count = _writes.Value.TryGetValue(variable, out List<int>? places) ? places.BinarySearch(position) : 0;
        return count < 0 ? ~count : count;
    }

    /// <summary>Whether a variable is written in a part of the code, or in a function that may run at any time.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="part">The part.</param>
    public bool IsWrittenIn(ISymbol variable, TextSpan part) =>
        CountWrites(variable, part.End) > CountWrites(variable, part.Start) || _capturedWrites.Value.Contains(variable);

    /// <summary>The references to a local variable, a parameter or a local function, by their places.</summary>
    /// <param name="symbol">The symbol.</param>
    public IEnumerable<IOperation> ReferencesTo(ISymbol symbol) => _references.Value[symbol];

    /// <summary>The value of a local variable that is set where it is declared, and nowhere else; null for other variables.</summary>
    /// <param name="local">The local variable.</param>
    public IOperation? OnlyValueOf(ILocalSymbol local) => _onlyValues.Value.TryGetValue(local, out IOperation? value) ? value : null;

    /// <summary>The loop over whose elements a variable runs; null for other variables.</summary>
    /// <param name="local">The local variable.</param>
    public IForEachLoopOperation? LoopOver(ILocalSymbol local) => _loops.Value[local].FirstOrDefault();

    /// <summary>What a rule finds out about the whole body, once.</summary>
    /// <typeparam name="T">What it finds; each type is found in one way.</typeparam>
    /// <param name="find">Finds it.</param>
    public T Once<T>(Func<MethodBody, T> find)
        where T : class => (T)_found.GetOrAdd(typeof(T), _ => find(this));

    private IEnumerable<IOperation> Trace(IOperation value)
    {
        yield return value;

        // In half-typed code a variable can stand in its own initializer.
        HashSet<ISymbol> followed = new(SymbolEqualityComparer.Default);
        while (true)
        {
            if (value is IConversionOperation conversion)
            {
                value = conversion.Operand;
            }
            else if (value is ILocalReferenceOperation { Local: var local }
                && followed.Add(local)
                && OnlyValueOf(local) is { } only)
            {
                value = only;
            }
            else
            {
                yield break;
            }

            yield return value;
        }
    }

    private static bool IsView(IMethodSymbol method) =>
        method.IsExtensionMethod || method.ContainingType?.Name is "MemoryMarshal" or "CollectionsMarshal";

    // The values of the local variables that are set where they are declared, and nowhere else.
    private Dictionary<ISymbol, IOperation> FindOnlyValues()
    {
        Dictionary<ISymbol, IOperation> values = new(SymbolEqualityComparer.Default);
        foreach (IVariableDeclaratorOperation declarator in Operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator is { Symbol.RefKind: RefKind.None, Initializer.Value: { } value })
            {
                values[declarator.Symbol] = value;
            }
        }

        foreach (ILocalReferenceOperation reference in Operations.OfType<ILocalReferenceOperation>().Where(WriteAccess.IsWritten))
        {
            values.Remove(reference.Local);
        }

        return values;
    }

    // In ascending order, as the operations are.
    private Dictionary<ISymbol, List<int>> FindWrites() => Operations
        .Where(static operation => SymbolOf(operation) is not null && WriteAccess.IsWritten(operation))
        .GroupBy(static operation => SymbolOf(operation)!, static operation => operation.Syntax.SpanStart, SymbolEqualityComparer.Default)
        .ToDictionary(static places => places.Key!, static places => places.Distinct().ToList(), SymbolEqualityComparer.Default);

    // The variables that a lambda or local function writes which does not declare them.
    private HashSet<ISymbol> FindCapturedWrites() => new(
        Operations
            .Where(static operation => operation is ILocalReferenceOperation or IParameterReferenceOperation)
            .Where(WriteAccess.IsWritten)
            .Where(static operation => ExecutionOrder.FunctionAround(operation) is { } function
                && !SymbolEqualityComparer.Default.Equals(ExecutionOrder.SymbolOf(function), SymbolOf(operation)!.ContainingSymbol))
            .Select(static operation => SymbolOf(operation)!),
        SymbolEqualityComparer.Default);

    private ILookup<ISymbol, IOperation> FindReferences() => Operations
        .Where(static operation => operation is ILocalReferenceOperation or IParameterReferenceOperation or IMethodReferenceOperation)
        .ToLookup(static operation => SymbolOf(operation)!, SymbolEqualityComparer.Default);

    private ILookup<ISymbol, IForEachLoopOperation> FindLoops() => Operations
        .OfType<IForEachLoopOperation>()
        .Where(static loop => loop.LoopControlVariable is IVariableDeclaratorOperation)
        .ToLookup<IForEachLoopOperation, ISymbol>(
            static loop => ((IVariableDeclaratorOperation)loop.LoopControlVariable).Symbol, SymbolEqualityComparer.Default);
}
