using System;
using System.IO;
using System.Threading.Tasks;

namespace InitGen.Samples.Tests;

public sealed class CommandLineTests
{
    private const int Widest = 100;

    public static TheoryData<string> Samples => ["DeepTanh", "Digits", "Images", "Saturation", "CustomInitializer"];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Help_says_what_a_sample_shows_and_knows(string sample)
    {
        (int exitCode, string output, string errors) = await SampleProgram.Run(sample, "--help");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains($"{sample} [options]", output, StringComparison.Ordinal);
        Assert.Contains("--report <out.html>", output, StringComparison.Ordinal);
        Assert.Equal(sample == "DeepTanh", output.Contains("--json", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_a_sample_does_not_know_is_refused_with_what_it_knows(string sample)
    {
        foreach ((string[] arguments, string message) in ((string[], string)[])
            [
                (["--jsn"], "Unrecognized command or argument '--jsn'."),
                (["out.html"], "Unrecognized command or argument 'out.html'."),
                (["--report"], "Required argument missing for option: '--report'."),
                (["--report", "a", "b"], "Unrecognized command or argument 'b'."),
                (["--report", "a", "--report", "b"], "Option '--report' expects a single argument but 2 were provided."),
            ])
        {
            (int exitCode, string output, string errors) = await SampleProgram.Run(sample, arguments);
            Assert.Equal((2, ""), (exitCode, output));
            string[] lines = errors.ReplaceLineEndings("\n").TrimEnd().Split('\n');
            string json = sample == "DeepTanh" ? ", --json" : "";
            Assert.Equal([message, $"{sample} knows --report out.html{json} and --help."], lines);
        }
    }

    [Fact]
    public async Task Two_things_at_once_are_refused()
    {
        (int exitCode, string output, string errors) = await SampleProgram.Run("DeepTanh", "--json", "--report", "out.html");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("Give one of --report and --json.", errors, StringComparison.Ordinal);
        Assert.False(File.Exists("out.html"));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_a_sample_prints_fits_into_a_terminal(string sample)
    {
        foreach (string[] arguments in (string[][])[[], ["--help"]])
        {
            (_, string output, _) = await SampleProgram.Run(sample, arguments);
            Assert.All(output.ReplaceLineEndings("\n").Split('\n'), line => Assert.InRange(line.Length, 0, Widest));
        }
    }
}
