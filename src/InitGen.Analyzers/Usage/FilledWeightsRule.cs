using System.Collections.Immutable;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4001: code does not fill the weights of a hidden layer with one value.</summary>
internal sealed class FilledWeightsRule : UsageRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The weights of a hidden layer are filled with one value",
        "'{0}' gets {1} everywhere, so its {2} units all compute the same and work as one; "
        + "keep the weights that Initialize draws, or draw others with Initializers",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    // A network can also be laid over memory that holds something else of the same shape.
    private static readonly ImmutableArray<string> OtherThanWeights = ["grad", "moment", "velocit"];

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (UniformFill.Of(operation, body.Networks) is not { } fill || LayerReference.OfWeights(fill.Span, body) is not { } layer)
        {
            return null;
        }

        // The units of the last layer have targets that tell them apart, noise on the biases tells any units apart, and one unit is alone.
        int units = layer.Layer.Spec.OutputOf(layer.Layer.Inputs).Units;
        if (layer.MayBeLast || units <= 1 || layer.Layer.Spec is not WeightedSpec { BiasStdDev: 0 })
        {
            return null;
        }

        if (layer.Holder?.Name.ContainsAny(OtherThanWeights) == true
            || body.IsTest
            || body.Once(static body => new WeightWrites(body)).Follow(operation, layer))
        {
            return null;
        }

        return Diagnostic.Create(Rule, operation.Syntax.GetLocation(), layer.Name, fill.ValueText, NumberText.Of((long)units));
    }
}
