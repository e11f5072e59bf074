using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace InitGen.Reporting;

/// <summary>A figure of a layer, as machines get it.</summary>
/// <param name="Name">Its name in JSON and CSV.</param>
/// <param name="Value">The figure; counts are numbers of at most 53 bits too.</param>
internal sealed record LayerFigure(string Name, Func<LayerReport, double> Value)
{
    /// <summary>All of them, in the order in which they are written.</summary>
    public static ImmutableArray<LayerFigure> All { get; } =
    [
        new("parameterCount", layer => layer.ParameterCount),
        new("multiplyAdds", layer => layer.MultiplyAdds),
        new("count", layer => layer.Measured.Count),
        new("nonFiniteCount", layer => layer.Measured.NonFiniteCount),
        new("preActivationMean", layer => layer.Measured.PreActivationMean),
        new("preActivationStdDev", layer => layer.Measured.PreActivationStdDev),
        new("mean", layer => layer.Measured.ActivationMean),
        new("stdDev", layer => layer.Measured.ActivationStdDev),
        new("signalStdDev", layer => layer.Measured.SignalStdDev),
        new("min", layer => layer.Measured.ActivationMin),
        new("max", layer => layer.Measured.ActivationMax),
        new("derivativeMean", layer => layer.Measured.DerivativeMean),
        new("saturatedFraction", layer => layer.Measured.SaturatedFraction),
        new("zeroFraction", layer => layer.Measured.ZeroFraction),
        new("deadUnits", layer => layer.Measured.DeadUnits),
        new("gradientStdDev", layer => layer.GradientStdDev),
        new("rawGradientStdDev", layer => layer.Gradient.StdDev),
        new("gradientNonFiniteCount", layer => layer.Gradient.NonFiniteCount),
        new("weightGradientStdDev", layer => layer.Gradient.WeightGradientStdDev),
        new("weightStdDev", layer => layer.WeightStdDev),
        new("copiedUnits", layer => layer.CopiedUnits),
        new("inseparableUnits", layer => layer.InseparableUnits),
        new("predictedPreActivationMean", layer => layer.Predicted.PreActivationMean),
        new("predictedPreActivationStdDev", layer => layer.Predicted.PreActivationStdDev),
        new("predictedMean", layer => layer.Predicted.ActivationMean),
        new("predictedStdDev", layer => layer.Predicted.ActivationStdDev),
        new("predictedSignalStdDev", layer => layer.Predicted.SignalStdDev),
        new("predictedSaturatedFraction", layer => layer.Predicted.SaturatedFraction),
        new("predictedGradientStdDev", layer => layer.Predicted.GradientStdDev),
        new("predictedWeightStdDev", layer => layer.Info.WeightStdDev),
    ];

    /// <summary>Writes the figure of a layer; null where it is not finite.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="layer">The layer.</param>
    public void Write(Utf8JsonWriter json, LayerReport layer)
    {
        double value = Value(layer);
        if (double.IsFinite(value))
        {
            json.WriteNumber(Name, value);
        }
        else
        {
            json.WriteNull(Name);
        }
    }

    /// <summary>The figure of a layer as text that reads back as the same number; empty where it is not finite.</summary>
    /// <param name="layer">The layer.</param>
    public string Text(LayerReport layer)
    {
        double value = Value(layer);
        return double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
    }
}
