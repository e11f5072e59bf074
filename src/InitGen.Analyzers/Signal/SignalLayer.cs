using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using InitGen.Activations;
using InitGen.Layers;
using InitGen.Reading;
using InitGen.Wording;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace InitGen.Analyzers.Signal;

/// <summary>A declared layer and what became of it.</summary>
internal sealed class SignalLayer
{
    /// <summary>The declaration.</summary>
    public required LayerDeclaration Declaration { get; init; }

    /// <summary>The layer as declared.</summary>
    public required LayerSpec Spec { get; init; }

    /// <summary>The same as one of those with weights, which rules on initializers see alone.</summary>
    public WeightedSpec Weighted => (WeightedSpec)Spec;

    /// <summary>The activation function.</summary>
    public ActivationFunction Function => Spec.Activation.Function;

    /// <summary>The activation function that what it puts out meets: its own or, where it has none, that of a layer without weights behind
    /// it.</summary>
    public required ActivationFunction Behind { get; init; }

    /// <summary>Whether a normalization stands between its weights and that activation, so that their scale does not matter.</summary>
    public required bool IsNormalized { get; init; }

    /// <summary>The number of its first layer among the resolved ones.</summary>
    public required int First { get; init; }

    /// <summary>The resolved layers that it stands for: one, or those of a stack.</summary>
    public required IReadOnlyList<ResolvedLayer> Resolved { get; init; }

    /// <summary>Whether another layer follows: at least one of the resolved layers is not the network's last.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Whether no other layer follows: the last of the resolved layers is the network's last.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Whether all that reads it is a sum: a branch that ends in zeros passes nothing at first, and learns (Zhang et al. 2019, Fixup
    /// initialization).</summary>
    public required bool EndsBranch { get; init; }

    /// <summary>What declares it: of a layer in a block, the same for all copies, which can only be changed together.</summary>
    public object DeclaredBy => (object?)Declaration.Arguments.Syntax ?? Declaration.Property;

    /// <summary>Layers without those that another of them is a copy of.</summary>
    /// <param name="layers">The layers.</param>
    public static SignalLayer[] WithoutCopies(IEnumerable<SignalLayer> layers) =>
        [.. layers.GroupBy(static layer => layer.DeclaredBy).Select(static copies => copies.First())];

    /// <summary>The name.</summary>
    public string Name => Declaration.Name;

    /// <summary>A number of the layer, as a message quotes it: as its code writes it, or with three digits where that is no
    /// literal.</summary>
    /// <param name="argument">The name of the property that it sets.</param>
    /// <param name="value">The number.</param>
    public string Quote(string argument, double value) =>
        Declaration.Arguments.SyntaxOf(argument)?.Expression is { } written && IsLiteral(written)
            ? written.ToString()
            : NumberText.Of(value);

    /// <summary>What every diagnostic about the layer carries along: which network it belongs to.</summary>
    public required ImmutableDictionary<string, string?> Properties { get; init; }

    private static bool IsLiteral(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };
}
