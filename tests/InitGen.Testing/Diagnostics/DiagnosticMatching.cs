using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Diagnostics;

/// <summary>Holds reported diagnostics against expected ones, one to one.</summary>
internal static class DiagnosticMatching
{
    /// <summary>Every expected diagnostic is reported exactly once, and nothing else is.</summary>
    /// <param name="expected">What the test expects.</param>
    /// <param name="actual">What was reported.</param>
    /// <param name="when">What the diagnostics were reported of, for the message.</param>
    /// <exception cref="VerificationException">A diagnostic is missing or was not expected.</exception>
    public static void Verify(ImmutableArray<ExpectedDiagnostic> expected, ImmutableArray<Diagnostic> actual, string when)
    {
        var expectedOf = new Dictionary<int, int>();
        var missing = new List<ExpectedDiagnostic>();
        for (int index = 0; index < expected.Length; index++)
        {
            if (!TryAssign(index, []))
            {
                missing.Add(expected[index]);
            }
        }

        var unexpected = actual.Where((_, index) => !expectedOf.ContainsKey(index)).ToList();
        if (missing.Count == 0 && unexpected.Count == 0)
        {
            return;
        }

        throw new VerificationException(
            $"The diagnostics {when} are not the expected ones.\n"
            + string.Concat(missing.Select(diagnostic => $"- expected, but not reported: {DiagnosticText.Of(diagnostic)}\n"))
            + string.Concat(unexpected.Select(diagnostic => $"+ reported, but not expected: {DiagnosticText.Of(diagnostic)}\n")));

        // An expectation that says less may stand in the way of one that says more: then it takes another diagnostic (an augmenting path).
        bool TryAssign(int index, HashSet<int> visited)
        {
            for (int candidate = 0; candidate < actual.Length; candidate++)
            {
                if (expected[index].Matches(actual[candidate])
                    && visited.Add(candidate)
                    && (!expectedOf.TryGetValue(candidate, out int holder) || TryAssign(holder, visited)))
                {
                    expectedOf[candidate] = index;
                    return true;
                }
            }

            return false;
        }
    }
}
