using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers;

/// <summary>INIT1022: a block is used. By itself it is no network: nobody predicts it, nor can it run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedBlockAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The rule's id.</summary>
    internal const string Id = "INIT1022";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A block must be used",
        "Block '{0}' is used by no network, so that nothing is predicted of its layers and nothing runs them; use it, as '[Block] public partial {0} First {{ get; }}', or remove it",
        "InitGen.Definition",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var types = WellKnownTypes.Of(start.Compilation, LayerForms.Default);
            if (types.BlockAttribute is null)
            {
                return;
            }

            ConcurrentDictionary<ISymbol, bool> isUsed = new(SymbolEqualityComparer.Default);
            start.RegisterSymbolAction(
                context =>
                {
                    if (types.BlockOf((INamedTypeSymbol)context.Symbol, out _) is { } block && !IsForOthers(block))
                    {
                        isUsed.TryAdd(block, false);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterSymbolAction(
                context =>
                {
                    var property = (IPropertySymbol)context.Symbol;
                    if (property.GetAttributes().Any(attribute => WellKnownTypes.IsOf(attribute, types.BlockAttribute))
                        && types.BlockOf(property.Type, out _) is { } block)
                    {
                        isUsed[block] = true;
                    }
                },
                SymbolKind.Property);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (ISymbol block in isUsed.Keys.Where(block => !isUsed[block]).OrderBy(static block => block.ToDisplayString(), StringComparer.Ordinal))
                {
                    end.ReportDiagnostic(Diagnostic.Create(Rule, block.Locations[0], block.Name));
                }
            });
        });
    }

    // In a library, others may use what they can see.
    private static bool IsForOthers(INamedTypeSymbol block)
    {
        for (INamedTypeSymbol? type = block; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public)
            {
                return false;
            }
        }

        return block.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options.OutputKind: OutputKind.DynamicallyLinkedLibrary };
    }
}
