using Microsoft.CodeAnalysis;

namespace InitGen.Testing.Tests.Fakes;

/// <summary>Reports a diagnostic, which an analyzer should do.</summary>
internal sealed class ReportingGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Descriptor =
        new("REPORT1", "Title", "Reported", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider, (output, _) => output.ReportDiagnostic(Diagnostic.Create(Descriptor, Location.None)));
}
