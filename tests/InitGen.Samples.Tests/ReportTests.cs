using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

public sealed class ReportTests
{
    [Theory]
    [InlineData("DeepTanh", 5, 5 * 10)]
    [InlineData("Digits", 14, 14 * 6)]
    [InlineData("Images", 3, 31)]
    [InlineData("Saturation", 6, 6 * 1)]
    [InlineData("CustomInitializer", 3, 3 * 10)]
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
            Assert.Equal(layers, Regex.Count(html, "<svg class=\"histogram\""));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("DeepTanh")]
    [InlineData("Digits")]
    [InlineData("Images")]
    [InlineData("Saturation")]
    [InlineData("CustomInitializer")]
    public async Task A_file_that_cannot_be_written_is_refused(string sample)
    {
        string missing = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "out.html");
        foreach (string path in (string[])[missing, Path.GetTempPath(), ""])
        {
            (int exitCode, string output, string errors) = await SampleProgram.Run(sample, "--report", path);
            Assert.Equal((2, ""), (exitCode, output));
            Assert.Equal($"'{path}' is not a file that can be written: give the name of a file in a folder that exists.", errors.TrimEnd());
        }
    }
}
