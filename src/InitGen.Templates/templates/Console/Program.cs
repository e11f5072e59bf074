using InitGen;
#if (report)
using InitGen.Reporting;
#endif

Classifier network = new(seed: 42);

// 1,000 inputs from N(0, 1), one a row. Put your own here.
float[] inputs = new float[1_000 * Classifier.InputSize];
Initializers.Normal(inputs, mean: 0, stdDev: 1, seed: 1, stream: 0);

LayerStatistics[] statistics = new LayerStatistics[Classifier.Layers.Length];
network.MeasureForward(inputs, statistics);

Console.WriteLine("layer           std  predicted   inactive  dead units");
for (int i = 0; i < statistics.Length; i++)
{
    LayerInfo layer = Classifier.Layers[i];
    LayerStatistics measured = statistics[i];
    Console.WriteLine(
        $"{layer.Name,-10} {measured.ActivationStdDev,8:F3} {layer.Predicted.ActivationStdDev,10:F3} "
        + $"{measured.SaturatedFraction,10:P1} {measured.DeadUnits,11}");
}

Console.WriteLine();
Console.WriteLine("Look at std: it should stay about the same from layer to layer, near what was predicted at compile time.");
Console.WriteLine("Inactive units pass no gradient for an input, half of them under ReLU; a dead unit is inactive for all of them.");
#if (report)

HtmlReport.Save(SignalReport.Measure<Classifier>(seed: 42, inputs), "report.html");
Console.WriteLine("The whole report, forward and backward, is in report.html.");
#endif
