using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace InitGen.Analyzers.Signal;

/// <summary>The settings in .editorconfig files that look like InitGen's but that nothing reads: misspelt ones, mostly. Each counts once
/// in a compilation, at the first network that it is meant for.</summary>
/// <param name="types">The library's types in the compilation.</param>
/// <param name="files">The options of its files.</param>
internal sealed class UnknownSettings(WellKnownTypes types, AnalyzerConfigOptionsProvider files)
{
    private const string Prefix = "initgen";

    // Asked for only where there is an unknown setting.
    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _networks = new(() =>
    [
        .. types.Networks()
            .OrderBy(static type => TreeOf(type)?.FilePath, StringComparer.Ordinal)
            .ThenBy(static type => type.Locations[0].SourceSpan),
    ]);

    /// <summary>The keys of those that count at a network.</summary>
    /// <param name="network">The network.</param>
    public IEnumerable<string> At(INamedTypeSymbol network) =>
        from key in In(network)
        where SymbolEqualityComparer.Default.Equals(_networks.Value.FirstOrDefault(first => In(first).Contains(key)), network)
        select key;

    private static SyntaxTree? TreeOf(INamedTypeSymbol type) => type.Locations[0].SourceTree;

    private IEnumerable<string> In(INamedTypeSymbol network)
    {
        try
        {
            return TreeOf(network) is { } tree
                ? files.GetOptions(tree).Keys.Where(static key =>
                    key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                    && !ThresholdSetting.All.Any(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase)))
                : [];
        }
        catch (NotImplementedException)
        {
            return []; // A host needs not tell the keys.
        }
    }
}
