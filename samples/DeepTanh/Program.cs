using System.Text.Json;
using InitGen.Reporting;
using InitGen.Samples;
using InitGen.Samples.DeepTanh;

return new SampleCommand("What five initializations do to a signal over ten layers of 500 units.", Print, Report)
    .Or("--json", "Print the numbers alone, as JSON.", PrintJson)
    .Invoke(args);

static void Print()
{
    Console.WriteLine("1,000 inputs from N(0, 1) go through ten layers of 500 units, and gradients come back.");
    Console.WriteLine("Each network was checked and predicted when it was compiled; here it is measured.");
    foreach (Experiment experiment in Experiment.All())
    {
        Console.WriteLine();
        Console.WriteLine(experiment.Title);
        ConsoleReport.Write(experiment.Report, Console.Out);
    }
}

static void PrintJson()
{
    JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    Console.WriteLine(JsonSerializer.Serialize(
        Experiment.All().Select(experiment => new { Experiment = experiment.Name, Layers = experiment.Layers.Select(LayerMeasurement.Of) }),
        options));
}

static SignalReport Report() => SignalReport.Compare(Experiment.All().Select(experiment => experiment.Report));
