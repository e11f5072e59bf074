using System;
using System.Collections.Generic;

namespace InitGen.Definition;

/// <summary>Rules that take nobody along when one of them throws.</summary>
internal static class IndependentRules
{
    /// <summary>What the rules find, one after the other. Exceptions come last, when all rules have had their say.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="check">What one of them finds.</param>
    /// <exception cref="AggregateException">Rules threw: a fault of theirs, which the compiler reports.</exception>
    public static IEnumerable<TFinding> Check<TRule, TFinding>(IEnumerable<TRule> rules, Func<TRule, IEnumerable<TFinding>> check)
    {
        List<Exception> failures = [];
        foreach (TRule rule in rules)
        {
            TFinding[] found;
            try
            {
                found = [.. check(rule)];
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add(failure);
                continue;
            }

            foreach (TFinding finding in found)
            {
                yield return finding;
            }
        }

        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }
}
