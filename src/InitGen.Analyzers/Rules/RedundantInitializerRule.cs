using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Definition;
using InitGen.Initialization;
using InitGen.Layers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2014: an initializer needs not be written where it is the one that <see cref="Init.Auto"/> picks.</summary>
internal sealed class RedundantInitializerRule : SignalRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2014";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The initializer is the automatic one",
        "'{0}' gets {1} weights by itself; remove the initializer",
        Category,
        DiagnosticSeverity.Hidden,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id),
        customTags: [WellKnownDiagnosticTags.Unnecessary]);

    private static readonly string[] RemovedArguments = Enum.GetNames(typeof(InitializerArguments));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<SignalFinding> Check(NetworkSignal network, IReadOnlyList<SignalFinding> earlier) =>
        from layer in network.Weighted
        let argument = layer.Declaration.Arguments.SyntaxOf(nameof(WeightedLayerAttribute.Init))
        where argument is not null && IsAutomatic(layer.Weighted)
        select At(layer, argument);

    private SignalFinding At(SignalLayer layer, AttributeArgumentSyntax argument)
    {
        Location[] removed =
        [
            .. from name in RemovedArguments.Prepend(nameof(WeightedLayerAttribute.Init))
            let unnecessary = layer.Declaration.Arguments.SyntaxOf(name)
            where unnecessary is not null
            select unnecessary.GetLocation(),
        ];
        ImmutableDictionary<string, string?> properties = layer.Properties
            .Add(FixKeys.Remove, string.Join(",", RemovedArguments))
            .Add(WellKnownDiagnosticTags.Unnecessary, $"[{string.Join(",", Enumerable.Range(0, removed.Length))}]");
        string weights = InitializerDefinition.Of(layer.Weighted.Weights.Init).Name;
        Diagnostic diagnostic = Diagnostic.Create(Descriptor, argument.GetLocation(), removed, properties, layer.Name, weights);
        return new SignalFinding(layer, diagnostic) { ExplainsSignal = false };
    }

    // Held against each other on a shape whose fans differ: in a square layer, the fan mode makes no difference by chance.
    private static bool IsAutomatic(WeightedSpec layer)
    {
        InitializerSpec automatic = InitializerDefinition.Of(Init.Auto).SpellOut(Init.Auto, layer.Activation);
        if (automatic.Init == Init.Auto || layer.Weights.Init != automatic.Init)
        {
            return false;
        }

        var definition = InitializerDefinition.Of(automatic.Init);
        WeightContext shape = new(1, 2, layer.Activation);
        return definition.Resolve(layer.Weights, shape).Equals(definition.Resolve(automatic, shape));
    }
}
