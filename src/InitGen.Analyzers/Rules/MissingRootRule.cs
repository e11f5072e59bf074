using System.Linq;
using InitGen.Analyzers.Signal;
using InitGen.Analyzers.Suggestions;
using InitGen.Definition;
using InitGen.Layers;
using Microsoft.CodeAnalysis;

namespace InitGen.Analyzers.Rules;

/// <summary>INIT2007: no variance where a standard deviation or a bound belongs: the square root of the formula is missing.</summary>
internal sealed class MissingRootRule : WrittenScaleRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "INIT2007";

    // Where the root is less than twice the number, the layer is so small that any number looks like a formula.
    private const double LargestNumber = 0.25;

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "A formula lacks its square root",
        "'{0}' has {1} {2}, which is {3} without the square root{4}; use {5}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DefinitionRule.HelpLink(Id));

    private static readonly ScaleFormula[] Formulas = [.. ScaleFormula.Variances, new(6, true), new(24, true)];

    private static readonly ScaleFormula[] RootedFormulas = [.. Formulas, .. ScaleFormula.SquaredBounds];

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Rule;

    private protected override bool IsReported(NetworkSignal network, Remedy remedy) => true;

    // The root instead of the number has 1/number times the variance.
    private protected override string? Mistake(double number, bool isLimit, ResolvedLayer layer, double ratio) =>
        number <= LargestNumber && VarianceRatio.Improves(ratio, 1 / number)
            ? Formulas.FirstOrDefault(formula => formula.Is(number, layer))?.Text
            : null;

    private protected override bool IsRight(double number, bool isLimit, ResolvedLayer layer) =>
        RootedFormulas.Any(formula => formula.IsRoot(number, layer));
}
