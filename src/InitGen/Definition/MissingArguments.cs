using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Initialization;
using InitGen.Reading;
using InitGen.Specification;

namespace InitGen.Definition;

/// <summary>Values for the arguments that an initializer needs and a layer lacks: those with which its weights have the variance that
/// <see cref="Init.Auto"/> gives them.</summary>
internal static class MissingArguments
{
    // How many weights of a unit Martens 2010 draws, section 5.
    private const int NonZeros = 15;

    /// <summary>The arguments as code, "StdDev = 0.3651, NonZeros = 15".</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">The layer, one of its dense ones.</param>
    /// <param name="missing">What the layer lacks.</param>
    /// <returns>The code; null where a value is its author's to choose, or where other mistakes leave it open.</returns>
    public static string? CodeFor(NetworkDeclaration network, LayerDeclaration layer, IReadOnlyCollection<InitializerArguments> missing)
    {
        if (!network.IsUnderstood || layer.Spec is not DenseSpec dense || !DenseArguments.Exists(dense.Activation.Kind))
        {
            return null;
        }

        int inputs = FanIn(network, layer, dense);
        return inputs < 1 || dense.Units < 1 ? null : CodeFor(dense, inputs, missing);
    }

    // That of most layers of a stack, whose first may have another.
    private static int FanIn(NetworkDeclaration network, LayerDeclaration layer, DenseSpec dense)
    {
        int index = network.Layers.IndexOf(layer);
        return dense.Repeat > 2 ? dense.Units
            : index == 0 ? network.Spec.InputSize
            : network.Layers[index - 1].Spec is DenseSpec previous ? previous.Units
            : 0;
    }

    private static string? CodeFor(DenseSpec layer, int inputs, IReadOnlyCollection<InitializerArguments> missing)
    {
        InitializerSpec weights = layer.Weights;
        WeightContext context = new(inputs, layer.Units, layer.Activation);
        double suitable = Variance(Init.Auto);
        if (!NumberRangeRule.IsPositive(suitable))
        {
            return null;
        }

        if (missing.Contains(InitializerArguments.NonZeros))
        {
            weights = weights with { NonZeros = SuitableNonZeros() };
        }

        // The variance is proportional to the square of either.
        double scale = Math.Sqrt(suitable / Variance(weights with { StdDev = 1, Limit = 1 }));
        string[] code = [.. missing.Select(CodeOf)];
        return code.Contains("") ? null : string.Join(", ", code);

        double Variance(InitializerSpec spec) => InitializerDefinition.Of(spec.Init).Resolve(spec, context).Variance(inputs, layer.Units);

        // As many as a written standard deviation is for, but not all, which would not be sparse.
        int SuitableNonZeros()
        {
            double count = weights.StdDev > 0 ? Math.Round(suitable / Variance(weights with { NonZeros = 1 })) : NonZeros;
            return (int)Math.Max(1, Math.Min(count, inputs - 1));
        }

        string CodeOf(InitializerArguments argument) => argument switch
        {
            InitializerArguments.NonZeros => Assignment(argument, weights.NonZeros.ToString(CultureInfo.InvariantCulture)),
            InitializerArguments.StdDev or InitializerArguments.Limit when NumberRangeRule.IsPositive(scale) =>
                Assignment(argument, scale.ToString("G4", CultureInfo.InvariantCulture)),
            _ => "",
        };
    }

    private static string Assignment(InitializerArguments argument, string value) => $"{argument} = {value}";
}
