using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>A rule on the initializers that layers name: each layer is reported where its initializer is written, with the one to write
/// instead and what is predicted once all of them are.</summary>
internal abstract class InitializerRule : SignalRule
{
    private protected InitializerRule()
    {
    }

    /// <inheritdoc/>
    public sealed override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier)
    {
        SignalLayer[] layers = [.. network.Weighted.Where(layer => !(layer.IsNormalized && IsOfScale) && IsMistake(layer) && !IsExplained(layer, earlier))];
        return
            from together in AreFixedTogether ? [layers] : layers.Select(static layer => new[] { layer })
            where together.Length > 0
            let remedy = new Remedy(network, together, layer => Suggest(layer.Weighted).ApplyTo(layer.Weighted))
            where IsReported(network, remedy)
            from layer in together
            select At(layer, remedy, SeverityOf(network, layer, remedy), Say(network, layer, remedy));
    }

    /// <summary>Whether what is predicted is the signal once all layers are fixed, not one of them.</summary>
    private protected virtual bool AreFixedTogether => true;

    /// <summary>Whether it is about the scale of weights, which a normalization behind them takes away.</summary>
    private protected virtual bool IsOfScale => true;

    /// <summary>Whether the rule blames the initializer of a layer.</summary>
    private protected abstract bool IsMistake(SignalLayer layer);

    /// <summary>Whether what the remedy changes is worth a report.</summary>
    private protected abstract bool IsReported(NetworkSignal network, Remedy remedy);

    /// <summary>How loudly it is said.</summary>
    private protected virtual DiagnosticSeverity SeverityOf(NetworkSignal network, SignalLayer layer, Remedy remedy) =>
        Descriptor.DefaultSeverity;

    /// <summary>What is said of a layer.</summary>
    private protected abstract InitializerReport Say(NetworkSignal network, SignalLayer layer, Remedy remedy);

    /// <summary>The initializer to write instead.</summary>
    private protected virtual SuggestedInitializer Suggest(WeightedSpec layer) => SuggestedInitializer.For(layer);

    private SignalFinding At(SignalLayer layer, Remedy remedy, DiagnosticSeverity severity, InitializerReport report)
    {
        ImmutableDictionary<string, string?> properties = Suggest(layer.Weighted).AddTo(layer.Properties);
        if (report.Outcome is { } outcome)
        {
            properties = properties.Add(FixKeys.Outcome, remedy.IsJoint ? $"with all such layers, {outcome}" : outcome);
        }

        Location location = layer.Declaration.Arguments.LocationOf(report.Argument);
        return new SignalFinding(layer, Diagnostic.Create(
            Descriptor, location, severity, additionalLocations: null, properties, [.. report.Arguments]));
    }
}

/// <summary>What an <see cref="InitializerRule"/> says of a layer.</summary>
/// <param name="Outcome">What the remedy changes, for the title of the fix; null where nothing is known.</param>
/// <param name="Arguments">The arguments of the message. Texts only: how a number reads must not depend on a culture.</param>
internal sealed record InitializerReport(string? Outcome, params string[] Arguments)
{
    /// <summary>The name of the property at whose argument it is said.</summary>
    public string Argument { get; init; } = nameof(WeightedLayerAttribute.Init);
}
