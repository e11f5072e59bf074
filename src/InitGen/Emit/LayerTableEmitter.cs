using System;
using InitGen.Initialization;
using InitGen.Specification;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>Writes what is known of each layer before anything runs.</summary>
internal static class LayerTableEmitter
{
    /// <summary>The entry of a layer, by the text of its index.</summary>
    public static string Entry(string index) => $"Layers[{index}]";

    public static void Emit(CodeWriter code, NetworkPlan network)
    {
        // In a class of its own, which the runtime initializes when it is needed: static fields of the user's part come before those here.
        code.Open("private static class LayerTable").Open("public static readonly global::InitGen.LayerInfo[] Entries =", "[");
        foreach (PlannedLayer layer in network.Layers)
        {
            EmitEntry(code, layer.Layer, layer.Predicted);
        }

        code.Close("];").Close().Lines("""

            /// <inheritdoc/>
            public static global::System.ReadOnlySpan<global::InitGen.LayerInfo> Layers => LayerTable.Entries;

            """);
        code.Lines($$"""
            /// <inheritdoc/>
            public static global::InitGen.LearningRateWindow LearningRates =>
                new() { Smallest = {{Literal.Of(network.LearningRates.Smallest)}}, Largest = {{Literal.Of(network.LearningRates.Largest)}} };

            """);
    }

    private static string Mean(ResolvedLayer layer) =>
        layer.Weights.Mean == 0 ? "" : $" WeightMean = {Literal.Of(layer.Weights.Mean)},";

    private static void EmitEntry(CodeWriter code, ResolvedLayer layer, LayerPrediction predicted) => code.Comment(LayerText.Of(layer)).Lines($$"""
        new()
        {
            Name = {{Literal.Of(layer.Name)}}, Inputs = {{Literal.Of(layer.Inputs)}}, Units = {{Literal.Of(layer.Units)}},
            Activation = global::InitGen.Activation.{{layer.Activation.Kind}}, Init = global::InitGen.Init.{{layer.Init}}, WeightStdDev = {{Literal.Of(Math.Sqrt(layer.WeightVariance))}},{{Mean(layer)}}
            WeightOffset = {{Literal.Of(layer.WeightOffset)}}, WeightStream = {{Literal.Of(ParameterStream.Of(ParameterStream.WeightsOf(layer.Name)))}},
            BiasOffset = {{Literal.Of(layer.BiasOffset)}}, BiasStream = {{Literal.Of(ParameterStream.Of(ParameterStream.BiasesOf(layer.Name)))}},
            Predicted = new()
            {
                PreActivationMean = {{Literal.Of(predicted.PreActivationMean)}}, PreActivationStdDev = {{Literal.Of(predicted.PreActivationStdDev)}},
                ActivationMean = {{Literal.Of(predicted.ActivationMean)}}, ActivationStdDev = {{Literal.Of(predicted.ActivationStdDev)}},
                ActivationSpread = {{Literal.Of(predicted.ActivationSpread)}}, SignalStdDev = {{Literal.Of(predicted.SignalStdDev)}},
                SaturatedFraction = {{Literal.Of(predicted.SaturatedFraction)}},
                GradientStdDev = {{Literal.Of(predicted.GradientStdDev)}}, GradientSpread = {{Literal.Of(predicted.GradientSpread)}},
            },
        },
        """);
}
