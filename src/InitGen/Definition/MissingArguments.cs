using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
using InitGen.Reading;

namespace InitGen.Definition;

/// <summary>Values for the arguments that an initializer needs and a layer lacks: those with which its weights have the variance that
/// <see cref="Init.Auto"/> gives them.</summary>
internal static class MissingArguments
{
    // How many weights of a unit Martens 2010 draws, section 5.
    private const int NonZeros = 15;

    /// <summary>The arguments as code, "StdDev = 0.3651, NonZeros = 15".</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">The layer, one with weights.</param>
    /// <param name="missing">What the layer lacks.</param>
    /// <returns>The code; null where a value is its author's to choose, or where other mistakes leave it open.</returns>
    public static string? CodeFor(NetworkDeclaration network, LayerDeclaration layer, IReadOnlyCollection<InitializerArguments> missing)
    {
        if (!network.IsUnderstood || layer.Spec is not WeightedSpec weighted || !WeightedArguments.Exists(weighted.Activation.Kind))
        {
            return null;
        }

        // Those of most layers of a stack, whose first may have another shape.
        Parameter weights = weighted.ParametersOf(weighted.Repeat > 2 ? weighted.OutputOf(layer.Inputs) : layer.Inputs).First();
        return weights.Context is { Rows: >= 1, Columns: >= 1 } context ? CodeFor(weighted.Weights, context, missing) : null;
    }

    private static string? CodeFor(InitializerSpec weights, WeightContext context, IReadOnlyCollection<InitializerArguments> missing)
    {
        double suitable = Variance(Init.Auto);
        if (!NumberMistake.IsPositive(suitable))
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

        double Variance(InitializerSpec spec) => InitializerDefinition.Of(spec.Init).Resolve(spec, context).Variance(context.Columns, context.Rows);

        // As many as a written standard deviation is for, but not all, which would not be sparse.
        int SuitableNonZeros()
        {
            double count = weights.StdDev > 0 ? Math.Round(suitable / Variance(weights with { NonZeros = 1 })) : NonZeros;
            return (int)Math.Max(1, Math.Min(count, context.Columns - 1));
        }

        string CodeOf(InitializerArguments argument) => argument switch
        {
            InitializerArguments.NonZeros => Assignment(argument, weights.NonZeros.ToString(CultureInfo.InvariantCulture)),
            InitializerArguments.StdDev or InitializerArguments.Limit when NumberMistake.IsPositive(scale) =>
                Assignment(argument, scale.ToString("G4", CultureInfo.InvariantCulture)),
            _ => "",
        };
    }

    private static string Assignment(InitializerArguments argument, string value) => $"{argument} = {value}";
}
