using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using InitGen.Analyzers.Rules;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Propagation;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers;

/// <summary>What the rules say of the networks and the blocks of a compilation, type by type. What a network is told about a layer in a block is
/// said at the block, where it can be mended.</summary>
/// <param name="types">The library's types in the compilation.</param>
/// <param name="files">The options of its files.</param>
internal sealed class NetworkDiagnostics(WellKnownTypes types, AnalyzerConfigOptionsProvider files)
{
    private readonly UnknownSettings _unknown = new(types, files);

    // By network that uses blocks: each of these asks for them.
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<Diagnostic>> _ofUsers = new(SymbolEqualityComparer.Default);

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _users = new(() =>
    [
        .. types.Networks()
            .Where(network => network.GetMembers().Any(member => member.GetAttributes().Any(attribute => WellKnownTypes.IsOf(attribute, types.BlockAttribute))))
            .OrderBy(static network => network.ToDisplayString(), StringComparer.Ordinal),
    ]);

    /// <summary>What is said within the declarations of a type.</summary>
    /// <param name="type">Any type.</param>
    /// <param name="cancellation">Ends the analysis early.</param>
    public IEnumerable<Diagnostic> At(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (NetworkReader.ReadEither(type, types, cancellation) is not { } declared)
        {
            return [];
        }

        if (!declared.IsBlock)
        {
            INamedTypeSymbol[] blocks =
            [
                .. declared.Layers.Where(static layer => layer.Use is not null).Select(static layer => layer.Property.ContainingType)
                    .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Where(block => !SymbolEqualityComparer.Default.Equals(block, type)),
            ];
            return blocks.Length == 0
                ? Check(declared, cancellation)
                : OfUser(type, cancellation).Where(diagnostic => !blocks.Any(block => IsIn(diagnostic, block)));
        }

        // Of several networks that say the same at one place, the first speaks for all.
        return DefinitionRules.Check(declared).Concat(_users.Value
            .SelectMany(user => OfUser(user, cancellation))
            .Where(diagnostic => IsIn(diagnostic, type))
            .GroupBy(static diagnostic => (diagnostic.Id, diagnostic.Location))
            .Select(static same => same.First()));
    }

    private static bool IsIn(Diagnostic diagnostic, INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(part =>
        part.SyntaxTree == diagnostic.Location.SourceTree && part.Span.Contains(diagnostic.Location.SourceSpan));

    private ImmutableArray<Diagnostic> OfUser(INamedTypeSymbol network, CancellationToken cancellation) => _ofUsers.GetOrAdd(
        network, _ => NetworkReader.Read(network, types, cancellation) is { } declared ? [.. Check(declared, cancellation)] : []);

    private IEnumerable<Diagnostic> Check(NetworkDeclaration network, CancellationToken cancellation)
    {
        foreach (Diagnostic diagnostic in ThresholdSettingRule.Check(network, _unknown))
        {
            yield return diagnostic;
        }

        bool isMistaken = false;
        foreach (Diagnostic mistake in DefinitionRules.Check(network))
        {
            yield return mistake;
            isMistaken = true;
        }

        // What the compiler does not understand is being typed: its values say nothing yet.
        if (isMistaken || !network.IsUnderstood || !DefinitionRules.AreKeptByBlocks(network, cancellation))
        {
            yield break;
        }

        AnalyzerConfigOptions options = network.Syntax is { SyntaxTree: var tree } ? files.GetOptions(tree) : files.GlobalOptions;
        foreach (Diagnostic diagnostic in ThresholdSettingRule.Check(network, options))
        {
            yield return diagnostic;
        }

        RuleSeverity severity = new(types.Compilation, network.Syntax?.SyntaxTree, options);
        SignalThresholds thresholds = ThresholdSetting.ReadAll(options);
        NetworkSignal signal = new(network, thresholds, CrossingRules.Heard(thresholds, severity));

        // Of a layer in a block, the first copy speaks for all.
        HashSet<(string, Location)> reported = [];
        foreach (Diagnostic diagnostic in SignalRules.Check(signal, severity.IsHeard))
        {
            if (!network.Blocks.Any() || reported.Add((diagnostic.Id, diagnostic.Location)))
            {
                yield return diagnostic;
            }
        }
    }
}
