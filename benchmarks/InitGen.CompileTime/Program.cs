using System;
using System.Globalization;
using InitGen.CompileTime;

// What InitGen costs a compiler. Medians of several runs; on a machine that does nothing else.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case []:
        Edits.Measure();
        Analysis.Measure();
        Builds.Measure();
        return 0;
    case ["edits"]:
        Edits.Measure();
        return 0;
    case ["analysis"]:
        Analysis.Measure();
        return 0;
    case ["builds"]:
        Builds.Measure();
        return 0;
    default:
        Console.Error.WriteLine($"The arguments '{string.Join(' ', args)}' are not known: give one of edits, analysis and builds, or none for all.");
        return 2;
}
