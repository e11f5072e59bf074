using System;
using System.Linq;
using InitGen.Specification;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Usage;

/// <summary>INIT4001: code does not give a layer equal weights.</summary>
public sealed class EqualWeightsRule : UsageRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT4001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The weights of a layer should not be set to one value",
        "All weights of layer '{0}' are set to {1}, so that its {2} units stay copies of each other; keep what Initialize draws, or draw other weights with Initializers",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink(Id));

    // A network can also be laid over memory that holds something else of the same shape.
    private static readonly string[] OtherThanWeights = ["grad", "moment", "velocit"];

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    /// <inheritdoc/>
    internal override Diagnostic? Check(IOperation operation, MethodBody body)
    {
        if (UniformFill.Of(operation, body.Networks) is not { } fill || LayerReference.OfWeights(fill.Span, body) is not { } layer)
            return null;

        // The units of the last layer have targets of their own, and one unit has no copy.
        if (layer.MayBeLast || layer.Layer.Spec is not DenseSpec { Units: > 1 and var units })
            return null;

        if (HoldsOtherThanWeights(layer.Holder) || body.IsTest || WeightWrites.After(operation, layer, body))
            return null;

        return Diagnostic.Create(Rule, operation.Syntax.GetLocation(), layer.Name, fill.ValueText, NumberText.Of(units));
    }

    private static bool HoldsOtherThanWeights(ISymbol? holder) =>
        holder is not null && OtherThanWeights.Any(word => holder.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
