using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Markup;

/// <summary>What the markup <c>[|…|]</c> and <c>{|INIT2003:…|}</c> expects.</summary>
internal static class MarkupDiagnostic
{
    /// <summary>The diagnostic that a name in the markup means.</summary>
    /// <param name="name">An id; empty for the default diagnostic of the test.</param>
    /// <param name="analyzers">The test's analyzers.</param>
    /// <param name="test">The test.</param>
    /// <exception cref="VerificationException">Nothing reports such a diagnostic, or more than one do.</exception>
    public static DiagnosticResult Of(string name, IReadOnlyList<DiagnosticAnalyzer> analyzers, AnalyzerTest test)
    {
        if (name.Length == 0)
        {
            return Of(test.DefaultDiagnostic
                ?? throw new VerificationException("Not exactly one diagnostic can be reported: write {|ID:…|} instead of [|…|]."));
        }

        DiagnosticDescriptor[] descriptors =
            [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Where(descriptor => descriptor.Id == name)];
        return descriptors switch
        {
            [var descriptor] => Of(descriptor),
            [] when name.StartsWith("CS", StringComparison.Ordinal) => InMarkup(DiagnosticResult.CompilerError(name)),
            [] => throw new VerificationException($"The markup expects {name}, which no analyzer of the test reports."),
            _ => throw new VerificationException($"{name} has {descriptors.Length} descriptors: expect it with a DiagnosticResult."),
        };
    }

    private static DiagnosticResult Of(DiagnosticDescriptor descriptor) => InMarkup(new DiagnosticResult(descriptor));

    // Markup has no way to say additional locations.
    private static DiagnosticResult InMarkup(DiagnosticResult result) => result with { IgnoreAdditionalLocations = true };
}
