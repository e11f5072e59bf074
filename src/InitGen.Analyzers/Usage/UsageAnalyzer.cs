using System.Collections.Immutable;
using System.Linq;
using InitGen.Definition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Usage;

/// <summary>Holds code that uses networks against the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<UsageRule> Rules =
        [new FilledWeightsRule(), new SharedSeedRule(), new MemoryLengthRule(), new SharedStreamRule()];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownNetworks.In(start.Compilation) is not { } networks)
            {
                return;
            }

            start.RegisterOperationBlockStartAction(block =>
            {
                MethodBody body = new(block.OwningSymbol, block.OperationBlocks, networks);
                block.RegisterOperationAction(context => Analyze(context, body), OperationKind.Invocation, OperationKind.ObjectCreation);
            });
        });
    }

    private static void Analyze(OperationAnalysisContext context, MethodBody body)
    {
        foreach (Diagnostic diagnostic in IndependentRules.Check(Rules, Check))
        {
            context.ReportDiagnostic(diagnostic);
        }

        Diagnostic[] Check(UsageRule rule) => rule.Check(context.Operation, body) is { } diagnostic ? [diagnostic] : [];
    }
}
