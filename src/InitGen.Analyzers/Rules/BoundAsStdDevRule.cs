using System;
using System.Collections.Generic;
using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using InitGen.Wording;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2008: no standard deviation where the bound of a uniform distribution belongs, nor the other way round: they differ by √3
/// (Glorot and Bengio 2010, equations 1 and 16).</summary>
internal sealed class BoundAsStdDevRule : WrittenScaleRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2008";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A bound is not a standard deviation",
        "'{0}' has {1} {2}, {3}{4}; use {5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) =>
        remedy.End is { IsVisible: true };

    private protected override string? Mistake(double number, bool isLimit, ResolvedLayer layer, double ratio)
    {
        if (!VarianceRatio.Improves(ratio, isLimit ? 3 : 1.0 / 3))
        {
            return null;
        }

        if (Wrong(isLimit).FirstOrDefault(formula => formula.IsRoot(number, layer)) is not { RootText: var formula })
        {
            return null;
        }

        // The formula that was meant may itself not be the one that suits.
        bool suits = VarianceRatio.IsNegligible(ratio * (isLimit ? 3 : 1.0 / 3));
        string activation = layer.Activation.Function.DisplayName;
        return isLimit
            ? $"the standard deviation {formula} where a bound belongs, so its weights are √3 times "
                + (suits ? "too small" : $"smaller than meant, and {NumberText.Of(Math.Sqrt(1 / ratio))} times too small for {activation}")
            : $"the bound {formula} where a standard deviation belongs, so its weights are √3 times "
                + (suits ? "too large" : $"larger than meant, and {NumberText.Of(Math.Sqrt(ratio))} times too large for {activation}");
    }

    private protected override bool IsRight(double number, bool isLimit, ResolvedLayer layer) =>
        Right(isLimit).Any(formula => formula.IsRoot(number, layer));

    private static IReadOnlyList<ScaleFormula> Right(bool isLimit) => isLimit ? ScaleFormula.SquaredBounds : ScaleFormula.Variances;

    private static IReadOnlyList<ScaleFormula> Wrong(bool isLimit) => Right(!isLimit);
}
