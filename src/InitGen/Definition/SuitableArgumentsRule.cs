using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Initialization;
using InitGen.Reading;
using InitGen.Specification;
using Microsoft.CodeAnalysis;

namespace InitGen.Definition;

/// <summary>INIT1006: a layer has the arguments that its initializer and its activation need, and no others.</summary>
public sealed class SuitableArgumentsRule : DefinitionRule
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

    private static readonly Dictionary<InitializerArguments, string> Owners = DenseArguments.OfInitializers.ToDictionary(
        static argument => argument,
        static argument => OneOf([.. Enum.GetValues(typeof(Init)).Cast<Init>()
            .Where(init => (InitializerDefinition.Of(init).AcceptedArguments & argument) != 0)]));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(NetworkDeclaration network)
    {
        foreach (LayerDeclaration layer in network.Layers)
        {
            // Of an initializer that the compiler does not understand, nothing can be said.
            if (layer.Spec is not DenseSpec dense || !layer.Arguments.IsUnderstood)
            {
                continue;
            }

            foreach ((string argument, string mistake) in UnsuitableArguments(dense, layer.Arguments))
            {
                yield return At(layer.Arguments.LocationOf(argument), layer.Name, mistake);
            }

            foreach (string argument in MissingArguments(layer, dense))
            {
                string place = layer.Arguments.IsWritten(argument) ? argument : nameof(DenseAttribute.Init);
                yield return At(layer.Arguments.LocationOf(place), layer.Name, $"has no '{argument}', which Init.{dense.Init} needs; add '{argument} = …'");
            }
        }
    }

    private static IEnumerable<(string Argument, string Mistake)> UnsuitableArguments(DenseSpec layer, AttributeArguments arguments)
    {
        foreach (InitializerArguments argument in DenseArguments.OfInitializers)
        {
            if (IsUnsuitable(argument.ToString()))
            {
                yield return (argument.ToString(), $"has '{argument}', which means nothing to Init.{layer.Init}; remove it, or use {Owners[argument]}");
            }
        }

        if (IsUnsuitable(nameof(DenseAttribute.Slope)))
        {
            yield return (nameof(DenseAttribute.Slope), $"has 'Slope', which means nothing to Activation.{layer.Activation}; remove it, or use LeakyRelu");
        }

        foreach (string argument in (string[])[nameof(DenseAttribute.Bias), nameof(DenseAttribute.BiasStdDev)])
        {
            if (IsUnsuitable(argument))
            {
                yield return (argument, $"has '{argument}' but no biases; remove it, or remove 'UseBias = false'");
            }
        }

        bool IsUnsuitable(string argument) => arguments.IsWritten(argument) && !DenseArguments.Belongs(layer, argument);
    }

    private static string OneOf(IReadOnlyCollection<Init> initializers) =>
        (initializers.Count == 1 ? "" : "one of ") + string.Join(", ", initializers);

    private static IEnumerable<string> MissingArguments(LayerDeclaration layer, DenseSpec dense) =>
        from argument in DenseArguments.OfInitializers
        where DenseArguments.Exists(dense.Init) && (InitializerDefinition.Of(dense.Init).RequiredArguments & argument) != 0
        where !layer.Arguments.IsWritten(argument.ToString())
            || (argument == InitializerArguments.Initializer && dense.Initializer is null)
        select argument.ToString();
}
