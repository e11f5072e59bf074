using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace InitGen.Analyzers.Usage;

/// <summary>What becomes of the values that repeated code makes.</summary>
internal enum Kept
{
    /// <summary>They are gone, or replaced, before the next one is made, as far as is known.</summary>
    No,

    /// <summary>They are kept beside what tells them apart, or may be kept by others.</summary>
    Perhaps,

    /// <summary>A collection holds them, as equals.</summary>
    Together,
}

/// <summary>Follows a value that repeated code makes to where it is kept.</summary>
/// <param name="repetition">The code.</param>
/// <param name="body">The body that it stands in.</param>
internal sealed class Keeping(Repetition repetition, MethodBody body)
{
    private static readonly ImmutableHashSet<string> Collecting =
    [
        "ToArray", "ToList", "ToHashSet", "ToImmutableArray", "ToImmutableList", "ToImmutableHashSet", "ToFrozenSet", "AddRange",
        "ConvertAll", "CreateRange",
    ];

    private static readonly ImmutableHashSet<string> Collections = ["List", "HashSet", "Queue", "Stack", "LinkedList"];

    // What is done with a sequence on its way to a collection.
    private static readonly ImmutableHashSet<string> Passing =
    [
        "AsEnumerable", "AsParallel", "AsSequential", "AsOrdered", "Cast", "Concat", "OfType", "Order", "Reverse", "Skip", "Take",
        "WhenAll", "ConfigureAwait",
    ];

    private readonly HashSet<ISymbol> _holders = new(SymbolEqualityComparer.Default);

    private bool AreTwinsWanted =>
        _holders.Any(static holder => holder.Name.MeansTwin())
        || _holders.Any(body.Once(static body => new OverwrittenNetworks(body)).Include)
        || body.Once(static body => new Comparisons(body)).RelateSeveral(_holders);

    /// <summary>How the networks are kept that one initialization makes; not at all, where twins are wanted.</summary>
    /// <param name="network">The initialization.</param>
    /// <param name="repetition">The code that is repeated.</param>
    /// <param name="body">The body that it stands in.</param>
    public static Kept InTwins(NetworkInitialization network, Repetition repetition, MethodBody body)
    {
        Keeping keeping = new(repetition, body);
        Kept kept = network.Instance is { } instance ? keeping.OfGiven(instance) : keeping.Of(network.Operation);
        return keeping.AreTwinsWanted ? Kept.No : kept;
    }

    /// <summary>How the targets of one fill are kept; not at all, where they are one, or twins are wanted.</summary>
    /// <param name="target">The span that is filled.</param>
    /// <param name="repetition">The code that is repeated.</param>
    /// <param name="body">The body that it stands in.</param>
    public static Kept OfTarget(IOperation target, Repetition repetition, MethodBody body)
    {
        Keeping keeping = new(repetition, body);
        IOperation root = body.RootOf(target, repetition.IsOwn);
        Kept kept = root switch
        {
            IObjectCreationOperation or IArrayCreationOperation => repetition.Contains(root) ? keeping.Of(root) : Kept.No,
            IMemberReferenceOperation => repetition.Changes(target) ? Kept.Together : Kept.No,
            _ when MethodBody.SymbolOf(root) is { } variable && repetition.IsFor(variable) => keeping.OfGiven(root),
            _ => repetition.IsSame(root) && repetition.Changes(target) ? Kept.Together : Kept.No,
        };
        keeping.Held(MethodBody.SymbolOf(root), kept);
        return keeping.AreTwinsWanted ? Kept.No : kept;
    }

    // The value of an operation that makes it, or of a reference to it.
    private Kept Of(IOperation value) => value.Parent switch
    {
        IConversionOperation or ICoalesceOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or IAwaitOperation
            or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or ITranslatedQueryOperation =>
            Of(value.Parent),
        IConditionalOperation conditional when conditional.Condition != value => Of(conditional),
        ITupleOperation tuple => AtMost(Kept.Perhaps, Of(tuple)),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => OfVariable(local, value),
        IAssignmentOperation assignment when assignment.Value == value => OfAssignment(assignment),
        IArgumentOperation { Parent: IObjectCreationOperation creation } => AtMost(Kept.Perhaps, Of(creation)),
        IArgumentOperation { Parent: IInvocationOperation call } => OfHandedOver(call),
        IReturnOperation { Kind: OperationKind.YieldReturn } => Held(body.Owner, Kept.Together),
        IReturnOperation result => OfResult(result),
        _ => Kept.No,
    };

    // A network that is initialized where it is.
    private Kept OfGiven(IOperation network)
    {
        switch (network)
        {
            case IConversionOperation conversion:
                return OfGiven(conversion.Operand);
            case ILocalReferenceOperation { Local: var local } when repetition.IsOwn(local):
                return Held(local, body.OnlyValueOf(local) switch
                {
                    null => Kept.No,
                    IObjectCreationOperation or IInvocationOperation => OfVariable(local, network),
                    var value => Max(OfGiven(value), OfVariable(local, network)),
                });
            case ILocalReferenceOperation or IParameterReferenceOperation when MethodBody.SymbolOf(network) is { } variable:
                if (!repetition.IsFor(variable))
                {
                    return Kept.No;
                }

                ISymbol? collection = repetition.Collection is { } elements ? SymbolOfRoot(elements) : null;
                _holders.Add(variable);
                return Held(collection, IsNamed(variable) || IsToldApart(variable) ? Kept.Perhaps : Kept.Together);
            default:
                return OfElement(network) ?? (repetition.IsGiven(network) && repetition.Changes(network) ? Kept.Perhaps : Kept.No);
        }
    }

    // Comes with something else, as in foreach (var (name, net) in …).
    private bool IsNamed(ISymbol variable) =>
        repetition.Code is IForEachLoopOperation { LoopControlVariable: not IVariableDeclaratorOperation } loop
        && loop.Locals.Contains(variable, SymbolEqualityComparer.Default);

    private static Kept AtMost(Kept most, Kept kept) => kept < most ? kept : most;

    private static Kept Max(Kept first, Kept second) => first > second ? first : second;

    private Kept Held(ISymbol? holder, Kept kept)
    {
        if (holder is not null)
        {
            _holders.Add(holder);
        }

        return kept;
    }

    private Kept OfHandedOver(IInvocationOperation call)
    {
        if (Elements.AreAddedBy(call) && call.Instance is { } collection)
        {
            return repetition.IsGiven(collection)
                ? Held(body.VariableOf(collection), Elements.HasNoKey(call) ? Kept.Together : Kept.Perhaps)
                : Kept.No;
        }

        return call.TargetMethod is { Name: "FromResult" } ? Of(call) : Kept.No;
    }

    private Kept OfAssignment(IAssignmentOperation assignment)
    {
        Kept kept = assignment.Target switch
        {
            ILocalReferenceOperation { Local: var local } => OfVariable(local, assignment),
            IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } }
                when assignment.Parent?.Parent is IObjectCreationOperation creation => AtMost(Kept.Perhaps, Of(creation)),
            IPropertyReferenceOperation { Property.IsIndexer: false, Instance: { } holder } => OfMember(holder),
            IFieldReferenceOperation { Instance: { } holder } => OfMember(holder),
            var target => OfElement(target) ?? Kept.No,
        };
        return assignment.Parent is IExpressionStatementOperation ? kept : Max(kept, Of(assignment));
    }

    private Kept OfMember(IOperation holder) =>
        repetition.IsGiven(holder) && repetition.Changes(holder) ? Held(body.VariableOf(holder), Kept.Perhaps) : Kept.No;

    // Null for what is no element.
    private Kept? OfElement(IOperation element)
    {
        (IOperation? collection, IEnumerable<IOperation> indices) = Elements.Parts(element);
        if (collection is null)
        {
            return null;
        }

        if ((indices.All(repetition.IsSame) && !repetition.Changes(collection)) || !repetition.IsGiven(collection))
        {
            return Kept.No;
        }

        ISymbol? holder = body.VariableOf(collection);
        bool isToldApart = Elements.IsKeyed(collection.Type) || (holder is not null && IsToldApart(holder));
        return Held(holder, isToldApart ? Kept.Perhaps : Kept.Together);
    }

    // While it has the value.
    private Kept OfVariable(ILocalSymbol local, IOperation value)
    {
        if (!_holders.Add(local))
        {
            return Kept.No;
        }

        int end = value.Syntax.Span.End;
        int writes = body.CountWrites(local, end);
        Kept kept = Kept.No;
        foreach (IOperation reference in body.ReferencesTo(local).Where(reference => reference.Syntax.SpanStart >= end))
        {
            if (body.CountWrites(local, reference.Syntax.SpanStart) != writes || !repetition.Contains(reference))
            {
                break;
            }

            kept = Max(kept, Of(reference));
        }

        return IsToldApart(local) ? AtMost(Kept.Perhaps, kept) : kept;
    }

    private ISymbol? SymbolOfRoot(IOperation value) => MethodBody.SymbolOf(body.RootOf(value, static _ => true));

    // What is done with a variable, or with elements of a collection, can make it one of several things that are to be compared.
    private bool IsToldApart(ISymbol variable) => body.ReferencesTo(variable).Where(repetition.Contains).Any(reference =>
    {
        IOperation value = reference.Parent is { } element && Elements.Parts(element).Collection == reference ? element : reference;
        IOperation? use = value.Parent is IArgumentOperation argument ? argument.Parent : value.Parent;
        ImmutableArray<IArgumentOperation> arguments = use switch
        {
            IInvocationOperation call when !Elements.AreAddedBy(call) => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        return arguments.Any(other =>
            other != value.Parent
            && repetition.Changes(other.Value)
            && !SymbolEqualityComparer.Default.Equals(SymbolOfRoot(other.Value), variable));
    });

    private Kept OfResult(IReturnOperation result)
    {
        if (ExecutionOrder.FunctionAround(result) is not { } function)
        {
            return Kept.No;
        }

        if (function == repetition.Code)
        {
            // What the methods for loops run has no result for others, but for the thread.
            return repetition.Call is { TargetMethod.Name: var name } call && !name.StartsWith("For", StringComparison.Ordinal)
                ? OfSequence(call)
                : Kept.No;
        }

        IInvocationOperation? task = repetition.Contains(function) ? Repetition.CallsOf(function, body).FirstOrDefault() : null;
        return task is { TargetMethod.Name: "Run" or "StartNew" } ? Of(task) : Kept.No;
    }

    // What a call makes of all results.
    private Kept OfSequence(IOperation sequence)
    {
        if (sequence is IInvocationOperation { TargetMethod.Name: var name } && Collecting.Contains(name))
        {
            return Held(TargetOf(sequence) ?? body.Owner, Kept.Together);
        }

        return sequence.Parent switch
        {
            ISpreadOperation => Held(TargetOf(sequence) ?? body.Owner, Kept.Together),
            IConversionOperation or ITranslatedQueryOperation or IAwaitOperation => OfSequence(sequence.Parent),
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var next } call }
                when Collecting.Contains(next) || Passing.Contains(next) => OfSequence(call),
            IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: var type } creation } when Collections.Contains(type) =>
                Held(TargetOf(creation) ?? body.Owner, Kept.Together),
            IArgumentOperation or IForEachLoopOperation or IExpressionStatementOperation => Kept.No,
            IInvocationOperation { TargetMethod.Name: var next } call when Passing.Contains(next) => OfSequence(call),
            _ => Held(TargetOf(sequence) ?? body.Owner, Kept.Perhaps),
        };
    }

    private static ISymbol? TargetOf(IOperation sequence)
    {
        for (IOperation? around = sequence; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case ISimpleAssignmentOperation { Target: var target }:
                    return MethodBody.SymbolOf(target);
                case IBlockOperation:
                    return null;
            }
        }

        return null;
    }
}
