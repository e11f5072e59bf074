using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>Tells how values become elements of collections.</summary>
internal static class Elements
{
    private static readonly ImmutableHashSet<string> Adding =
        ["Add", "TryAdd", "Insert", "Push", "Enqueue", "AddFirst", "AddLast", "AddRange"];

    /// <summary>Whether a value becomes an element of a collection, without a key.</summary>
    /// <param name="value">The operation that makes it.</param>
    public static bool Include(IOperation value) => value.Parent switch
    {
        IConversionOperation conversion => Include(conversion),
        ICollectionExpressionOperation or IArrayInitializerOperation => true,
        ISimpleAssignmentOperation { Target: var target } => Parts(target).Collection is { } collection && !IsKeyed(collection.Type),
        IArgumentOperation { Parent: IInvocationOperation call } => AreAddedBy(call) && HasNoKey(call),
        _ => false,
    };

    /// <summary>Whether a call adds its arguments to a collection.</summary>
    /// <param name="call">The call.</param>
    public static bool AreAddedBy(IInvocationOperation call) => call.Instance is not null && Adding.Contains(call.TargetMethod.Name);

    /// <summary>Whether such a call adds an element without something that tells it from others.</summary>
    /// <param name="call">The call.</param>
    public static bool HasNoKey(IInvocationOperation call) => call.Arguments.Length == 1 || call.TargetMethod.Name == "Insert";

    /// <summary>Whether the elements of a collection have keys.</summary>
    /// <param name="collection">The type of the collection.</param>
    public static bool IsKeyed(ITypeSymbol? collection) => collection?.Name.IndexOf("Dictionary", StringComparison.Ordinal) >= 0;

    /// <summary>The collection that an element is in, and where it is there; no collection for other operations.</summary>
    /// <param name="element">The operation.</param>
    public static (IOperation? Collection, IEnumerable<IOperation> Indices) Parts(IOperation element) => element switch
    {
        IArrayElementReferenceOperation array => (array.ArrayReference, array.Indices),
        IPropertyReferenceOperation { Property.IsIndexer: true } indexer =>
            (indexer.Instance, indexer.Arguments.Select(static index => index.Value)),
        IImplicitIndexerReferenceOperation indexer => (indexer.Instance, [indexer.Argument]),
        _ => (null, []),
    };
}
