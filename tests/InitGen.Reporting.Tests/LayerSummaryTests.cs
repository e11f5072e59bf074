using System.Linq;

namespace InitGen.Reporting.Tests;

public sealed class LayerSummaryTests
{
    [Fact]
    public void Layers_of_a_stack_that_are_alike_share_a_line()
    {
        Assert.Equal(
            [("Hidden.0-4", 5, "64 → 64", 5 * 65 * 64L, 5 * 64 * 64L), ("Output", 1, "64 → 10", 650L, 640L)],
            LayerSummary.Of(FadingGradients.Layers).Select(Figures));
        Assert.Equal(
            [("Hidden.0", 1, "20 → 30", 630L, 600L), ("Hidden.1", 1, "30 → 30", 930L, 900L), ("Output", 1, "30 → 10", 310L, 300L)],
            LayerSummary.Of(Zero.Layers).Select(Figures));
        Assert.Equal([15L, 20L], LayerSummary.Of(Unbiased.Layers).Select(summary => summary.ParameterCount));
    }

    [Fact]
    public void Totals_are_those_of_the_network()
    {
        NetworkReport report = SignalReport.Measure<FadingGradients>(1, InputSource.StandardNormal(1, seed: 1)).Networks[0];
        Assert.Equal(FadingGradients.ParameterCount, report.LayerSummaries.Sum(summary => summary.ParameterCount));
        Assert.Equal(FadingGradients.ParameterCount, report.Layers.Sum(layer => layer.ParameterCount));
        Assert.Equal(4L * FadingGradients.ParameterCount, report.ParameterBytes);
        Assert.Equal((5 * 64 * 64) + (64 * 10), report.MultiplyAdds);
        Assert.Equal(FadingGradients.Layers[4].Predicted, report.LayerSummaries[0].Last.Predicted);
    }

    private static (string, int, string, long, long) Figures(LayerSummary summary) =>
        (summary.Name, summary.Count, summary.Shape, summary.ParameterCount, summary.MultiplyAdds);
}
