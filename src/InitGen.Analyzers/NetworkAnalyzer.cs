using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers;

/// <summary>Reads each network once and holds it against the rules: first those on its definition, and where it breaks none, those on
/// its signal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NetworkAnalyzer : DiagnosticAnalyzer
{
    private readonly LayerForms _forms;

    /// <summary>Reads networks of the library's kinds of layers.</summary>
    public NetworkAnalyzer()
        : this(LayerForms.Default)
    {
    }

    /// <summary>Reads networks of given kinds of layers.</summary>
    /// <param name="forms">The kinds.</param>
    internal NetworkAnalyzer(LayerForms forms) => _forms = forms;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        .. DefinitionRules.All.Select(static rule => rule.Descriptor),
        .. SignalRules.All.Select(static rule => rule.Descriptor),
        ThresholdSettingRule.Descriptor,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var types = WellKnownTypes.Of(start.Compilation, _forms);
            if (types.NetworkAttribute is null)
            {
                return;
            }

            NetworkDiagnostics diagnostics = new(types, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSymbolAction(
                context =>
                {
                    foreach (Diagnostic diagnostic in diagnostics.At((INamedTypeSymbol)context.Symbol, context.CancellationToken))
                    {
                        context.ReportDiagnostic(diagnostic);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSymbolAction(context => AnalyzeProperty(context, types), SymbolKind.Property);
        });
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, WellKnownTypes types)
    {
        foreach (Diagnostic mistake in DefinitionRules.CheckOutsideNetworks((IPropertySymbol)context.Symbol, types))
        {
            context.ReportDiagnostic(mistake);
        }
    }
}
