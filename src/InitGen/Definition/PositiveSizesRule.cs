using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Layers;
using InitGen.Reading;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1003: sizes are positive.</summary>
internal sealed class PositiveSizesRule : DefinitionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT1003";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A size must be positive",
        "{0} of {1} is {2}; it must be at least 1",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    private static readonly (string Argument, string Size)[] Sizes =
    [
        (nameof(NetworkAttribute.InputSize), "The input size"),
        (nameof(NetworkAttribute.Channels), "The number of channels"),
        (nameof(NetworkAttribute.Length), "The length"),
        (nameof(NetworkAttribute.Depth), "The depth"),
        (nameof(NetworkAttribute.Height), "The height"),
        (nameof(NetworkAttribute.Width), "The width"),
    ];

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach ((string argument, string size) in network.IsBlock ? [] : Sizes)
        {
            // The input size is there even where nothing is said.
            bool isWritten = argument == nameof(NetworkAttribute.InputSize)
                ? network.Spec.Input.Axes == 0 && !network.Arguments.IsWritten(nameof(NetworkAttribute.Channels))
                : network.Arguments.IsWritten(argument);
            if (isWritten && network.Arguments.ValueOf(argument, network.Arguments.IsUnderstood ? 0 : 1) is < 1 and var value)
            {
                yield return At(network.Arguments, argument, size, $"network '{network.Name}'", value);
            }
        }

        foreach (LayerDeclaration layer in network.OwnLayers)
        {
            foreach (SizeMistake mistake in layer.Spec.Mistakes(layer.Inputs).OfType<SizeMistake>()
                .Concat(SizeMistake.Unless1(nameof(LayerAttribute.Repeat), "Repeat", layer.Repeat))
                .Concat(SizeMistake.Unless1(nameof(WeightedLayerAttribute.Expand), "Expand", layer.Arguments.ValueOf(nameof(WeightedLayerAttribute.Expand), 1))))
            {
                // What is not there is not too small but missing.
                if (layer.Arguments.IsWritten(mistake.Argument))
                {
                    yield return At(layer.Arguments, mistake.Argument, mistake.Size, $"layer '{layer.Name}'", mistake.Value);
                }
            }
        }

        foreach (BlockUse block in network.Blocks)
        {
            foreach (SizeMistake mistake in MistakesOf(block).Where(mistake => block.Arguments.IsWritten(mistake.Argument)))
            {
                yield return At(block.Arguments, mistake.Argument, mistake.Size, $"block '{block.Name}'", mistake.Value);
            }
        }
    }

    private static IEnumerable<SizeMistake> MistakesOf(BlockUse block) =>
    [
        .. SizeMistake.Unless1(nameof(BlockAttribute.Channels), "The number of channels", block.Arguments.ValueOf(nameof(BlockAttribute.Channels), 1)),
        .. SizeMistake.Unless1(nameof(BlockAttribute.Stride), "The stride", block.Arguments.ValueOf(nameof(BlockAttribute.Stride), 1)),
        .. SizeMistake.Unless1(nameof(LayerAttribute.Repeat), "Repeat", block.Repeat),
    ];

    private Diagnostic At(AttributeArguments arguments, string argument, string size, string of, int value) =>
        At(arguments.LocationOf(argument), size, of, value.ToString(CultureInfo.InvariantCulture));
}
