using System.Collections.Generic;

namespace InitGen.Reporting.Charts;

/// <summary>A figure from layer to layer.</summary>
/// <param name="Style">The class that gives it its colour: "measured", "predicted", "series-1".</param>
/// <param name="Values">One for each layer; NaN where it is not known.</param>
/// <param name="IsPredicted">Whether it is predicted: dashed, its points rings.</param>
/// <param name="Label">What stands at its end; empty where a legend says it.</param>
internal sealed record ChartSeries(string Style, IReadOnlyList<double> Values, bool IsPredicted = false, string Label = "");
