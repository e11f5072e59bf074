using InitGen.Reporting;

namespace InitGen.Samples;

/// <summary>What <c>--report</c> writes.</summary>
public static class ReportFile
{
    /// <summary>Makes a report and writes it as HTML.</summary>
    /// <param name="report">Makes it.</param>
    /// <param name="path">The path of the file.</param>
    /// <returns>The exit code: 0, or 2 where the file cannot be written.</returns>
    public static int Save(Func<SignalReport> report, string path)
    {
        // Told before the work is done, not after it.
        if (path.Length == 0 || Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        {
            Console.Error.WriteLine($"'{path}' is not a file that can be written: give the name of a file in a folder that exists.");
            return 2;
        }

        try
        {
            HtmlReport.Save(report(), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The report cannot be written to '{path}': {exception.Message}");
            return 2;
        }

        Console.WriteLine($"The report is in {path}.");
        return 0;
    }
}
