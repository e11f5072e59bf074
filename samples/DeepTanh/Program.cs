using System.Globalization;
using System.Text;
using System.Text.Json;
using InitGen;
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
            Experiment.All().Select(experiment => new { Experiment = experiment.Name, experiment.Layers }), options));
        return 0;

    default:
        Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: give none for tables, or --json for numbers alone.");
        return 2;
}

static void Print(Experiment experiment)
{
    string saturated = experiment.Name.EndsWith("relu", StringComparison.Ordinal) ? "inactive" : "saturated";
    Console.WriteLine();
    Console.WriteLine($"{experiment.Name}: {experiment.Title}");
    Console.WriteLine($"layer       mean        std  predicted  {saturated,9}   gradient  predicted  histogram");
    foreach (LayerMeasurement layer in experiment.Layers)
    {
        Histogram histogram = layer.Histogram;
        string bar = Bars.Of([.. Enumerable.Range(0, Histogram.BinCount).Select(bin => histogram[bin])]);
        Console.WriteLine(
            $"{layer.Layer,5} {layer.Mean,10:G3} {layer.StdDev,10:G3} {layer.PredictedStdDev,10:G3} {layer.SaturatedFraction,10:P1} "
            + $"{layer.GradientStdDev,10:G3} {layer.PredictedGradientStdDev,10:G3}  |{bar}| {histogram.Lower:G3}…{histogram.Upper:G3}");
    }
}
