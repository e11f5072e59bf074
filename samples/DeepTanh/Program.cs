using System.Globalization;
using System.Text;
using System.Text.Json;
using InitGen;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.DeepTanh;

Console.OutputEncoding = Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

switch (args)
{
    case []:
        Console.WriteLine("1,000 inputs from N(0, 1) go through ten layers of 500 units. Each network was checked and predicted when it was");
        Console.WriteLine("compiled; here it is initialized and measured. The bar is the histogram of a layer's activations.");
        foreach (Experiment experiment in Experiment.All())
        {
            Print(experiment);
        }

        return 0;

    case ["--json"]:
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
        Console.WriteLine(JsonSerializer.Serialize(
            Experiment.All().Select(experiment => new { Experiment = experiment.Name, Layers = experiment.Layers.Select(LayerMeasurement.Of) }),
            options));
        return 0;

    case ["--report", var path]:
        return ReportFile.Save(() => SignalReport.Compare(Experiment.All().Select(experiment => experiment.Report)), path);

    default:
        Console.Error.WriteLine(
            $"The arguments '{string.Join(' ', args)}' are not known: give none for tables, --json for numbers alone, or --report and a file.");
        return 2;
}

static void Print(Experiment experiment)
{
    string saturated = experiment.Name.EndsWith("relu", StringComparison.Ordinal) ? "inactive" : "saturated";
    Console.WriteLine();
    Console.WriteLine($"{experiment.Name}: {experiment.Title}");
    Console.WriteLine($"layer       mean        std  predicted  {saturated,9}   gradient  predicted  histogram");
    foreach (LayerReport layer in experiment.Layers)
    {
        Histogram histogram = layer.Measured.Histogram;
        string bar = Sparkline.Of([.. Enumerable.Range(0, Histogram.BinCount).Select(bin => histogram[bin])]);
        Console.WriteLine(
            $"{layer.Number,5} {layer.Measured.ActivationMean,10:G3} {layer.Measured.ActivationStdDev,10:G3} "
            + $"{layer.Predicted.ActivationStdDev,10:G3} {layer.Measured.SaturatedFraction,10:P1} "
            + $"{layer.GradientStdDev,10:G3} {layer.Predicted.GradientStdDev,10:G3}  |{bar}| {histogram.Lower:G3}…{histogram.Upper:G3}");
    }
}
