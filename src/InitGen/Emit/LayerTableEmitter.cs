using System;
using System.Linq;
using InitGen.Initialization;
using InitGen.Layers;
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
        int index = 0;
        foreach (PlannedLayer layer in network.Layers)
        {
            EmitEntry(code, layer, index++);
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

    private static void EmitEntry(CodeWriter code, PlannedLayer planned, int index)
    {
        ResolvedLayer layer = planned.Layer;
        code.Comment(LayerText.Of(layer)).Open("new()").Lines($$"""
            Name = {{Literal.Of(layer.Name)}}, {{FileName(layer)}}Kind = {{Literal.Of(layer.Spec.Kind)}}, Input = {{Literal.Of(layer.Input)}}, Output = {{Literal.Of(layer.Output)}},
            {{From(layer, index)}}Activation = global::InitGen.Activation.{{layer.Activation.Kind}},
            """);
        if (layer.Parameters.Count > 0)
        {
            code.Open("Parameters =", "[");
            foreach (Parameter parameter in layer.Parameters)
            {
                code.Open($"new({Literal.Of(parameter.Name)}, global::InitGen.ParameterRole.{parameter.Role}, {Extents(parameter)})")
                    .Line($"Offset = {Literal.Of(parameter.Offset)}, Stream = {Literal.Of(ParameterStream.Of(ParameterStream.NameOf(layer.Name, parameter.Name)))},")
                    .Line($"Init = global::InitGen.Init.{parameter.Initializer.Init}, StdDev = {Literal.Of(Math.Sqrt(parameter.Variance))},{Mean(parameter)}{FileName(parameter)}{(parameter.HasInputsFirst ? " HasInputsFirst = true," : "")}")
                    .Close("},");
            }

            code.Close("],");
        }

        if (layer.Spec.Normalizes)
        {
            code.Line($"Normalizes = true,{(layer.Spec.CouplesRows ? " CouplesRows = true," : "")}");
        }

        EmitPrediction(code, "Predicted = new()", planned.Predicted, "},");
        if (planned.Bounds is { } bounds)
        {
            code.Open("PredictedBounds = new", "(");
            EmitPrediction(code, "new()", bounds.Lower, "},");
            EmitPrediction(code, "new()", bounds.Upper, "}");
            code.Close("),");
        }

        code.Close("},");
    }

    private static void EmitPrediction(CodeWriter code, string header, LayerPrediction predicted, string end) => code.Open(header).Lines($$"""
        PreActivationMean = {{Literal.Of(predicted.PreActivationMean)}}, PreActivationStdDev = {{Literal.Of(predicted.PreActivationStdDev)}},
        ActivationMean = {{Literal.Of(predicted.ActivationMean)}}, ActivationStdDev = {{Literal.Of(predicted.ActivationStdDev)}},
        ActivationSpread = {{Literal.Of(predicted.ActivationSpread)}}, SignalStdDev = {{Literal.Of(predicted.SignalStdDev)}},
        SaturatedFraction = {{Literal.Of(predicted.SaturatedFraction)}},
        GradientStdDev = {{Literal.Of(predicted.GradientStdDev)}}, GradientSpread = {{Literal.Of(predicted.GradientSpread)}},
        """).Close(end);

    private static string From(ResolvedLayer layer, int index) =>
        layer.From.Count == 1 && layer.From[0] == index - 1 ? "" : $"From = [{string.Join(", ", layer.From.Select(static source => Literal.Of(source)))}], ";

    private static string FileName(ResolvedLayer layer) => layer.FileName == layer.Name ? "" : $"FileName = {Literal.Of(layer.FileName)}, ";

    private static string Extents(Parameter parameter) => $"[{string.Join(", ", parameter.Shape.Select(Literal.Of))}]";

    private static string FileName(Parameter parameter) => parameter.FileName.Length == 0 ? "" : $" FileName = {Literal.Of(parameter.FileName)},";

    private static string Mean(Parameter parameter) => parameter.Mean == 0 ? "" : $" Mean = {Literal.Of(parameter.Mean)},";
}
