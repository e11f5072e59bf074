using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1008: a network's parameters fit in a span, and its layers in generated code.</summary>
internal sealed class NetworkSizeRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1008";

    private const int MostParameters = int.MaxValue;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A network must not be larger than a span",
        "Network '{0}' has {1}, more than the {2}; make it smaller",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        // What is not positive is another rule's.
        if (network.Spec.Input.Size < 1 || network.Layers.Any(static layer =>
            layer.Spec.Repeat < 1 || (LayerResolution.OutputOf(layer.Spec, layer.Inputs).Size < 1 && layer.Inputs.All(static shape => shape.Size <= MostParameters))))
        {
            yield break;
        }

        if (LayerResolution.CountLayers(network.Spec) is > LayerResolution.MostLayers and var layers)
        {
            LayerDeclaration first = FirstWith(network, static start => LayerResolution.CountLayers(start) > LayerResolution.MostLayers);
            yield return At(
                (first.Use?.Arguments ?? first.Arguments).LocationOf(nameof(LayerAttribute.Repeat)),
                network.Name,
                $"{NumberText.Of(layers)} layers",
                $"{NumberText.Of(LayerResolution.MostLayers)} that the generator takes");
        }
        else if (LayerResolution.CountParameters(network.Spec) is > MostParameters and var parameters)
        {
            LayerDeclaration first = FirstWith(network, static start => LayerResolution.CountParameters(start) > MostParameters);
            AttributeArguments arguments = first.Use is { Repeat: > 1 } use ? use.Arguments : first.Arguments;
            bool isRepeated = arguments.IsWritten(nameof(LayerAttribute.Repeat));
            yield return At(
                arguments.LocationOf(isRepeated ? nameof(LayerAttribute.Repeat) : first.Spec.SizeArgument),
                network.Name,
                $"{(parameters == long.MaxValue ? "at least " : "")}{NumberText.Of(parameters)} parameters",
                $"{NumberText.Of(MostParameters)} that a span can hold");
        }
        else if (network.Layers.FirstOrDefault(static layer => LargestSize(layer) > MostParameters) is { } large)
        {
            yield return At(
                large.Arguments.LocationOf(large.Spec.SizeArgument),
                network.Name,
                $"{NumberText.Of(LargestSize(large))} values at layer '{large.Name}'",
                $"{NumberText.Of(MostParameters)} that a span can hold");
        }
    }

    // Of what comes in and goes out.
    private static long LargestSize(LayerDeclaration layer) => LayerResolution.Steps(layer.Spec, layer.Inputs)
        .SelectMany(static inputs => inputs)
        .Append(LayerResolution.OutputOf(layer.Spec, layer.Inputs))
        .Max(static shape => shape.Size);

    // The layer to blame is the one with which the network becomes too large.
    private static LayerDeclaration FirstWith(NetworkDeclaration network, Func<NetworkSpec, bool> isTooLarge)
    {
        int count = 1;
        while (!isTooLarge(network.Spec with { Layers = new EquatableArray<LayerSpec>(network.Spec.Layers.Take(count)) }))
        {
            count++;
        }

        return network.Layers[count - 1];
    }
}
