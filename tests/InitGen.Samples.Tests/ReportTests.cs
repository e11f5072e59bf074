using System;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData("DeepTanh", 5, 10)]
    [InlineData("Digits", 14, 6)]
    [InlineData("Saturation", 6, 1)]
    public async Task A_sample_writes_a_report_on_all_its_networks(string sample, int networks, int layers)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string path = Path.Combine(folder.FullName, "out.html");
            (int exitCode, string output, string errors) = await SampleProgram.Run(sample, "--report", path);
            Assert.Equal((0, $"The report is in {path}.", ""), (exitCode, output.TrimEnd(), errors));
            string html = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(networks, Regex.Count(html, "<section id=\"network-"));
            Assert.Equal(networks * layers, Regex.Count(html, "<svg class=\"histogram\""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("DeepTanh")]
    [InlineData("Digits")]
    [InlineData("Saturation")]
    public async Task A_wrong_argument_is_refused(string sample)
    {
        string missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "out.html");
        foreach ((string[] arguments, string message) in ((string[], string)[])
            [
                (["--report"], "The arguments '--report' are not known: "),
                (["--report", "a", "b"], "The arguments '--report a b' are not known: "),
                (["--report", missing], $"'{missing}' is not a file that can be written: give the name of a file in a folder that exists."),
                (["--report", Path.GetTempPath()], $"'{Path.GetTempPath()}' is not a file that can be written: "),
                (["--report", ""], "'' is not a file that can be written: "),
            ])
        {
            (int exitCode, string output, string errors) = await SampleProgram.Run(sample, arguments);
            Assert.Equal((2, ""), (exitCode, output));
            Assert.StartsWith(message, errors, StringComparison.Ordinal);
        }
    }
}
