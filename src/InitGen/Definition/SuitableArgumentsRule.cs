using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1006: a layer has the arguments that its initializer and its activation need, and no others.</summary>
internal sealed class SuitableArgumentsRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1006";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "An argument must suit the initializer and the activation",
        "Layer '{0}' {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    private static readonly Dictionary<InitializerArguments, string> Owners = WeightedArguments.OfInitializers.ToDictionary(
        static argument => argument,
        static argument => OneOf([.. Enum.GetValues(typeof(Init)).Cast<Init>()
            .Where(init => (InitializerDefinition.Of(init).AcceptedArguments & argument) != 0)]));

    private static readonly ImmutableDictionary<string, string?> Removal = ImmutableDictionary<string, string?>.Empty.Add(FixKeys.Remove, "");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (LayerDeclaration layer in network.OwnLayers)
        {
            // Of an initializer that the compiler does not understand, nothing can be said.
            if (layer.Spec is not WeightedSpec weighted || !layer.Arguments.IsUnderstood)
            {
                continue;
            }

            foreach ((string argument, string mistake) in UnsuitableArguments(weighted, layer.Arguments).Concat(CriticalArguments.Mistakes(weighted)))
            {
                yield return At(layer.Arguments.LocationOf(argument), Removal, layer.Name, mistake);
            }

            if (Missing(layer, weighted) is { Length: > 0 } missing)
            {
                yield return AtMissing(network, layer, weighted, missing);
            }
        }
    }

    private Diagnostic AtMissing(NetworkDeclaration network, LayerDeclaration layer, WeightedSpec weighted, InitializerArguments[] missing)
    {
        string? code = MissingArguments.CodeFor(network, layer, missing);
        string names = string.Join(" and no ", missing.Select(static argument => $"'{argument}'"));
        string addition = code ?? string.Join(", ", missing.Select(static argument => $"{argument} = …"));

        // An initializer that is null is there, but is none.
        string place = missing.Select(static argument => argument.ToString()).FirstOrDefault(layer.Arguments.IsWritten) ?? nameof(WeightedLayerAttribute.Init);
        return At(
            layer.Arguments.LocationOf(place),
            code is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(FixKeys.Add, code),
            layer.Name,
            $"has no {names}, which Init.{weighted.Weights.Init} needs; add '{addition}'");
    }

    private static IEnumerable<(string Argument, string Mistake)> UnsuitableArguments(WeightedSpec layer, AttributeArguments arguments)
    {
        foreach (InitializerArguments argument in WeightedArguments.OfInitializers)
        {
            if (IsUnsuitable(argument.ToString()))
            {
                yield return (argument.ToString(), $"has '{argument}', which means nothing to Init.{layer.Weights.Init}; remove it, or use {Owners[argument]}");
            }
        }

        if (IsUnsuitable(nameof(WeightedLayerAttribute.Slope)))
        {
            yield return (nameof(WeightedLayerAttribute.Slope), $"has 'Slope', which means nothing to Activation.{layer.Activation.Kind}; remove it, or use LeakyRelu");
        }

        foreach (string argument in (string[])[nameof(WeightedLayerAttribute.Bias), nameof(WeightedLayerAttribute.BiasStdDev)])
        {
            if (IsUnsuitable(argument))
            {
                yield return (argument, $"has '{argument}' but no biases; remove it, or remove 'UseBias = false'");
            }
        }

        bool IsUnsuitable(string argument) => arguments.IsWritten(argument) && !WeightedArguments.Belongs(layer, argument);
    }

    private static string OneOf(IReadOnlyCollection<Init> initializers) =>
        (initializers.Count == 1 ? "" : "one of ") + string.Join(", ", initializers);

    private static InitializerArguments[] Missing(LayerDeclaration layer, WeightedSpec weighted) =>
    [
        .. from argument in WeightedArguments.OfInitializers
        where WeightedArguments.Exists(weighted.Weights.Init) && (InitializerDefinition.Of(weighted.Weights.Init).RequiredArguments & argument) != 0
        where !layer.Arguments.IsWritten(argument.ToString())
            || (argument == InitializerArguments.Initializer && weighted.Weights.Type is null)
        select argument,
    ];
}
