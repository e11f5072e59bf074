using System;
using System.IO;
using System.Linq;

namespace InitGen.Reporting.Tests.Compiling;

public sealed class CompilerLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_the_compiler_said_of_a_network_is_in_its_report()
    {
        CompilerLog log = Load(
            Result(
                "INIT3001", "warning", "'Hidden' lets the activations vanish", "InitGen.Reporting.Tests.Vanishing", "Networks/A.cs", 12, 5),
            Result("INIT2014", "note", "another network", "InitGen.Reporting.Tests.Healthy", "Networks/B.cs", 3, 1));
        NetworkReport report = SignalReport.Measure<Vanishing>(
            1, InputSource.StandardNormal(10, seed: 1), new() { CompilerLog = log }).Networks[0];
        Assert.Equal(
            [
                new CompilerDiagnostic(
                    "InitGen.Reporting.Tests.Vanishing",
                    "INIT3001",
                    CompilerSeverity.Warning,
                    "'Hidden' lets the activations vanish",
                    "Networks/A.cs",
                    12,
                    5),
            ],
            report.CompilerDiagnostics);
        Assert.Equal("https://github.com/initgen/initgen/blob/main/docs/rules/INIT3001.md", report.CompilerDiagnostics[0].PageAddress);
        Assert.Equal(CompilerSeverity.Info, log.Of(typeof(Healthy)).Single().Severity);
        Assert.Empty(log.Of(typeof(Zero)));
    }

    [Fact]
    public void What_was_silenced_hidden_or_is_about_no_network_is_left_out()
    {
        string silenced = Result("INIT3001", "warning", "a", "N", "A.cs", 1, 1).Replace(
            "\"level\"", "\"suppressions\": [{ \"kind\": \"inSource\" }], \"level\"", StringComparison.Ordinal);
        string about = """{ "ruleId": "CS0168", "level": "warning", "message": { "text": "unused" } }""";
        string dense = """{ "ruleId": "X1", "message": { "text": "x" }, "properties": { "warningLevel": 1 } }""";
        CompilerLog log = Load(
            silenced, about, dense, Result("INIT2014", "none", "hidden", typeof(Zero).FullName!, "A.cs", 1, 1));
        Assert.Empty(log.Of(typeof(Zero)));
    }

    [Fact]
    public void A_file_elsewhere_is_named_without_its_folders()
    {
        string elsewhere = new Uri(Path.Combine(_folder.FullName, "..", "Elsewhere", "A b.cs")).AbsoluteUri;
        CompilerLog log = Load(Result("INIT3001", "warning", "a", typeof(Zero).FullName!, elsewhere, 1, 1));
        Assert.Equal("A b.cs", log.Of(typeof(Zero)).Single().File);
    }

    [Fact]
    public void A_result_without_a_place_has_none()
    {
        CompilerLog log = Load(
            $$$"""
            { "ruleId": "INIT3000", "level": "error", "message": { "text": "a" },
              "properties": { "customProperties": { "Network": "{{{typeof(Zero).FullName}}}" } } }
            """);
        Assert.Equal(
            (null, 0, 0), (log.Of(typeof(Zero)).Single().File, log.Of(typeof(Zero)).Single().Line, log.Of(typeof(Zero)).Single().Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "version": "2.1.0", "runs": [{}] }""")]
    [InlineData("""{ "version": "2.1.0", "runs": 7 }""")]
    [InlineData("""{ "version": 2, "runs": [] }""")]
    public void What_is_no_log_is_refused(string text)
    {
        string path = Write(text);
        var exception = Assert.Throws<InvalidDataException>(() => CompilerLog.Load(path));
        Assert.StartsWith($"'{path}' is not a log of the compiler in SARIF 2.1: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_of_an_older_version_is_refused_with_the_way_to_write_another()
    {
        string path = Write("""{ "version": "1.0.0", "runs": [] }""");
        var exception = Assert.Throws<InvalidDataException>(() => CompilerLog.Load(path));
        Assert.Equal(
            $"'{path}' is in version 1.0.0 of SARIF; have the compiler write version 2.1: -p:ErrorLog=log.sarif%2cversion=2.1.",
            exception.Message);
        Assert.Throws<ArgumentException>("path", () => CompilerLog.Load(""));
        Assert.Throws<ArgumentNullException>("network", () => Load().Of(null!));
        Assert.Throws<FileNotFoundException>(() => CompilerLog.Load(Path.Combine(_folder.FullName, "none")));
    }

    private CompilerLog Load(params string[] results) => CompilerLog.Load(
        Write($$"""{ "version": "2.1.0", "runs": [{ "results": [{{string.Join(", ", results)}}] }] }"""), _folder.FullName);

    private string Write(string text)
    {
        string path = Path.Combine(_folder.FullName, "log.sarif");
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A result as the compiler writes it.</summary>
    private static string Result(string id, string level, string text, string network, string file, int line, int column) =>
        $$"""
        {
          "ruleId": "{{id}}",
          "ruleIndex": 1,
          "level": "{{level}}",
          "message": { "text": "{{text}}" },
          "locations": [{
            "physicalLocation": {
              "artifactLocation": { "uri": "{{file}}" },
              "region": { "startLine": {{line}}, "startColumn": {{column}}, "endLine": {{line}}, "endColumn": {{column + 4}} }
            }
          }],
          "properties": { "warningLevel": 1, "customProperties": { "Init": "HeNormal", "Network": "{{network}}" } }
        }
        """;
}
