using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>A rule on what starts from random numbers: not two of a body, nor all that repeated code makes and keeps, from the same. Where
/// somebody may want to compare them, it is a hint.</summary>
/// <typeparam name="TStart">What starts.</typeparam>
internal abstract class SameStartRule<TStart> : UsageRule
    where TStart : class, IRandomStart
{
    private protected SameStartRule()
    {
    }

    /// <inheritdoc/>
    internal sealed override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (StartOf(operation, body) is not { } start || body.IsTest)
        {
            return null;
        }

        if (body.Once(FindTwins).FirstOf(operation) is { } first)
        {
            return Report(Both(first, start), start, IsExperiment(first, start, body), [PlaceOf(first)], body);
        }

        foreach (Repetition repetition in Repetition.Of(operation, body))
        {
            if (KeptOf(start, repetition, body) is var kept and not Kept.No)
            {
                return Report(All(start, repetition), start, isExperiment: kept == Kept.Perhaps, [], body);
            }
        }

        return null;
    }

    /// <summary>What an operation starts; null where it starts nothing.</summary>
    private protected abstract TStart? StartOf(IOperation operation, MethodBody body);

    /// <summary>All that starts in a body and may repeat another, by its places.</summary>
    private protected abstract IEnumerable<TStart> StartsOf(MethodBody body);

    /// <summary>Whether two are wanted to be compared.</summary>
    private protected abstract bool IsExperiment(TStart first, TStart second, MethodBody body);

    /// <summary>How those are kept that repeated code starts from the same; not at all where each has its own.</summary>
    private protected abstract Kept KeptOf(TStart start, Repetition repetition, MethodBody body);

    /// <summary>Where it is said.</summary>
    private protected abstract Location PlaceOf(TStart start);

    /// <summary>What a message calls two of them.</summary>
    private protected abstract string Both(TStart first, TStart second);

    /// <summary>What a message calls all that repeated code makes.</summary>
    private protected abstract string All(TStart start, Repetition repetition);

    /// <summary>What the message says of them.</summary>
    private protected abstract IEnumerable<string> Source(TStart start, MethodBody body);

    private Twins<TStart> FindTwins(MethodBody body) => new(StartsOf(body), body);

    private Diagnostic Report(string which, TStart start, bool isExperiment, Location[] places, MethodBody body) => Diagnostic.Create(
        Descriptor,
        PlaceOf(start),
        isExperiment ? DiagnosticSeverity.Info : Descriptor.DefaultSeverity,
        places,
        properties: null,
        [which, .. Source(start, body)]);
}
