using System;
using InitGen.Initialization;
using InitGen.Specification;
using InitGen.Wording;

namespace InitGen.Emit;

/// <summary>Writes what is known of each layer before anything runs.</summary>
internal static class LayerTableEmitter
{
    public static void Emit(CodeWriter code, NetworkPlan network)
    {
        code.Open("private static readonly global::InitGen.LayerInfo[] LayerTable =", "[");
        foreach (PlannedLayer layer in network.Layers)
        {
            EmitEntry(code, layer.Layer, layer.Predicted);
        }

        code.Close("];").Lines("""

            /// <inheritdoc/>
            public static global::System.ReadOnlySpan<global::InitGen.LayerInfo> Layers => LayerTable;

            """);
    }

    private static void EmitEntry(CodeWriter code, ResolvedLayer layer, LayerPrediction predicted) => code.Lines($$"""
        // {{LayerText.Of(layer)}}
        new()
        {
            Name = {{Literal.Of(layer.Name)}}, Inputs = {{Literal.Of(layer.Inputs)}}, Units = {{Literal.Of(layer.Units)}},
            Activation = global::InitGen.Activation.{{layer.Activation}}, Init = global::InitGen.Init.{{layer.Init}}, WeightStdDev = {{Literal.Of(Math.Sqrt(layer.WeightVariance))}},
            WeightOffset = {{Literal.Of(layer.WeightOffset)}}, WeightStream = {{Literal.Of(ParameterStream.Of(ParameterStream.WeightsOf(layer.Name)))}},
            BiasOffset = {{Literal.Of(layer.BiasOffset)}}, BiasStream = {{Literal.Of(ParameterStream.Of(ParameterStream.BiasesOf(layer.Name)))}},
            Predicted = new()
            {
                PreActivationMean = {{Literal.Of(predicted.PreActivationMean)}}, PreActivationStdDev = {{Literal.Of(predicted.PreActivationStdDev)}},
                ActivationMean = {{Literal.Of(predicted.ActivationMean)}}, ActivationStdDev = {{Literal.Of(predicted.ActivationStdDev)}},
                SaturatedFraction = {{Literal.Of(predicted.SaturatedFraction)}}, GradientStdDev = {{Literal.Of(predicted.GradientStdDev)}},
            },
        },
        """);
}
