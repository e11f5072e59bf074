using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Propagation;
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

            UnknownSettings unknown = new(types, start.Options.AnalyzerConfigOptionsProvider);
            start.RegisterSymbolAction(context => AnalyzeType(context, types, unknown), SymbolKind.NamedType);
            start.RegisterSymbolAction(context => AnalyzeProperty(context, types), SymbolKind.Property);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context, WellKnownTypes types, UnknownSettings unknown)
    {
        if (NetworkReader.ReadEither((INamedTypeSymbol)context.Symbol, types, context.CancellationToken) is not { } network)
        {
            return;
        }

        foreach (Diagnostic diagnostic in ThresholdSettingRule.Check(network, unknown))
        {
            context.ReportDiagnostic(diagnostic);
        }

        bool isMistaken = false;
        foreach (Diagnostic mistake in DefinitionRules.Check(network))
        {
            context.ReportDiagnostic(mistake);
            isMistaken = true;
        }

        // What the compiler does not understand is being typed: its values say nothing yet.
        if (isMistaken || network.IsBlock || !DefinitionRules.AreKept(network, context.CancellationToken))
        {
            return;
        }

        AnalyzerConfigOptionsProvider provider = context.Options.AnalyzerConfigOptionsProvider;
        AnalyzerConfigOptions options = network.Syntax is { SyntaxTree: var tree } ? provider.GetOptions(tree) : provider.GlobalOptions;
        foreach (Diagnostic diagnostic in ThresholdSettingRule.Check(network, options))
        {
            context.ReportDiagnostic(diagnostic);
        }

        RuleSeverity severity = new(context.Compilation, network.Syntax?.SyntaxTree, options);
        SignalThresholds thresholds = ThresholdSetting.ReadAll(options);
        NetworkSignal signal = new(network, thresholds, CrossingRules.Heard(thresholds, severity));

        // Of a layer in a block, the first copy speaks for all.
        HashSet<(string, Location)> reported = [];
        foreach (Diagnostic diagnostic in SignalRules.Check(signal, severity.IsHeard))
        {
            if (reported.Add((diagnostic.Id, diagnostic.Location)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static void AnalyzeProperty(SymbolAnalysisContext context, WellKnownTypes types)
    {
        foreach (Diagnostic mistake in DefinitionRules.CheckOutsideNetworks((IPropertySymbol)context.Symbol, types))
        {
            context.ReportDiagnostic(mistake);
        }
    }
}
