using System;
using System.Globalization;
using InitGen.CompileTime;

// What InitGen costs a compiler. Medians of several runs; on a machine that does nothing else.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int[] networkCounts = [1, 100, 1_000];
switch (args)
{
    case []:
        Edits.Measure();
        Analysis.Measure();
        Builds.Measure(networkCounts);
        return 0;
    case ["edits"]:
        Edits.Measure();
        return 0;
    case ["analysis"]:
        Analysis.Measure();
        return 0;
    case ["builds"]:
        Builds.Measure(networkCounts);
        return 0;
    case ["builds", var count] when int.TryParse(count, out int networks) && networks > 0:
        Builds.Measure(networks);
        return 0;
    default:
        Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: give edits, analysis, or builds with or without "
            + "a number of networks, or none for all.");
        return 2;
}
