using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports a class unless another class is analyzed at the same time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RendezvousAnalyzer() : ClassAnalyzer(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Rule("ALONE1");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Barrier _barrier = new(participantCount: 2);

    protected override void Analyze(SymbolAnalysisContext context)
    {
        if (!_barrier.SignalAndWait(Patience, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, context.Symbol.Locations[0], context.Symbol.Name));
        }
    }
}
