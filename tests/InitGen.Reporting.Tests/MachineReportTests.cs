using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace InitGen.Reporting.Tests;

public sealed class MachineReportTests
{
    private static readonly SignalReport Report = SignalReport.Compare(
        SignalReport.Measure<Vanishing>(ulong.MaxValue, InputSource.StandardNormal(100, seed: 1), Options("a, \"b\"\nc λ")),
        SignalReport.Measure(new Equal(seed: 1), InputSource.StandardNormal(10, seed: 1)));

    private static SignalReportOptions Options(string name)
    {
        string path = Path.GetTempFileName();
        string file = new Uri(Path.GetFullPath("My Nets/Deep.cs")).AbsoluteUri;
        try
        {
            File.WriteAllText(
                path,
                $$$"""
                { "version": "2.1.0", "runs": [{ "results": [
                  { "ruleId": "INIT3001", "level": "warning", "message": { "text": "it | vanishes <here>" },
                    "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "{{{file}}}" },
                      "region": { "startLine": 7, "startColumn": 34, "endLine": 7, "endColumn": 44 } } }],
                    "properties": { "customProperties": { "Network": "{{{typeof(Vanishing).FullName}}}" } } }] }] }
                """);
            return new()
            {
                Name = name,
                CompilerLog = CompilerLog.Load(path),
                Date = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            };
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Sarif_has_what_the_standard_requires_and_each_fault_once()
    {
        using JsonDocument document = JsonDocument.Parse(Text(SarifReport.Write));
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("sarif-2.1.0.json", document.RootElement.GetProperty("$schema").GetString());
        JsonElement run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("InitGen", driver.GetProperty("name").GetString());
        string?[] rules = [.. driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString())];
        Assert.Equal(rules.Distinct(), rules);
        Assert.All(
            driver.GetProperty("rules").EnumerateArray(),
            rule => Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute)));

        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        Assert.Equal(Report.Networks.Sum(network => network.Findings.Count + network.CompilerDiagnostics.Count), results.Length);
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()]);
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["note", "warning", "error"]);
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
        });
        JsonElement measured = results.First(result => result.GetProperty("ruleId").GetString() == "VanishingActivations");
        Assert.Equal(
            "a, \"b\"\nc λ.Hidden.2", PlaceOf(measured).GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        JsonElement compiled = results.First(result => result.GetProperty("ruleId").GetString() == "INIT3001");
        JsonElement file = PlaceOf(compiled).GetProperty("physicalLocation");
        Assert.Equal("My%20Nets/Deep.cs", file.GetProperty("artifactLocation").GetProperty("uri").GetString());
        JsonElement region = file.GetProperty("region");
        Assert.Equal((7, 34), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32()));

        static JsonElement PlaceOf(JsonElement result) => Assert.Single(result.GetProperty("locations").EnumerateArray());
    }

    [Fact]
    public void Markdown_says_what_is_wrong_and_shows_names_as_they_are()
    {
        string[] lines = Text(MarkdownReport.Write).Split('\n');
        Assert.Equal("## a, \"b\" c λ", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("- **VanishingActivations**: Layer 3 'Hidden.2': ", StringComparison.Ordinal)
            && line.EndsWith(
                "([INIT3001](https://github.com/initgen/initgen/blob/main/docs/rules/INIT3001.md))", StringComparison.Ordinal));
        Assert.Contains(
            "- **Compiler, warning, My Nets/Deep.cs(7,34)**: it \\| vanishes \\<here\\> "
            + "([INIT3001](https://github.com/initgen/initgen/blob/main/docs/rules/INIT3001.md))",
            lines);
        string[] table = [.. lines.Where(line => line.StartsWith('|'))];
        Assert.Equal(Report.Networks.Sum(network => network.Layers.Count + 2), table.Length);
        Assert.All(table, line => Assert.Equal(table[0].Count(letter => letter == '|'), line.Count(letter => letter == '|')));
    }

    [Fact]
    public void Json_holds_every_figure_and_null_for_what_is_not_known()
    {
        using JsonDocument document = JsonDocument.Parse(Text(JsonReport.Write));
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
        JsonElement[] networks = [.. document.RootElement.GetProperty("networks").EnumerateArray()];
        Assert.Equal(["a, \"b\"\nc λ", "Equal"], networks.Select(network => network.GetProperty("name").GetString()));
        Assert.Equal(ulong.MaxValue, networks[0].GetProperty("seed").GetUInt64());
        Assert.Equal(JsonValueKind.Null, networks[1].GetProperty("seed").ValueKind);
        Assert.Equal("VanishingActivations", networks[0].GetProperty("findings")[0].GetProperty("kind").GetString());
        Assert.Equal(3, networks[0].GetProperty("findings")[0].GetProperty("layer").GetInt32());

        Assert.Equal("INIT3001", networks[0].GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Equal("INIT3001", networks[0].GetProperty("predictedFinding").GetProperty("rule").GetString());
        Assert.Equal("Warning", networks[0].GetProperty("compilerDiagnostics")[0].GetProperty("severity").GetString());
        Assert.Equal(0.01, networks[0].GetProperty("thresholds").GetProperty("minimumActivationStdDev").GetDouble());
        Assert.Equal("N(0, 1), seed 1", networks[0].GetProperty("provenance").GetProperty("inputs").GetString());
        Assert.Equal("2026-01-02T03:04:05+00:00", networks[0].GetProperty("provenance").GetProperty("date").GetString());
        Assert.Equal(JsonValueKind.Null, networks[1].GetProperty("provenance").GetProperty("date").ValueKind);

        JsonElement layer = networks[0].GetProperty("layers")[1];
        LayerReport expected = Report.Networks[0].Layers[1];
        Assert.Equal(
            ("Hidden.1", 2, 200),
            (layer.GetProperty("name").GetString(), layer.GetProperty("layer").GetInt32(), layer.GetProperty("units").GetInt32()));
        Assert.Equal(("Tanh", "Normal"), (layer.GetProperty("activation").GetString(), layer.GetProperty("init").GetString()));
        Assert.Equal(expected.Measured.ActivationStdDev, layer.GetProperty("stdDev").GetDouble());
        Assert.Equal(expected.Predicted.ActivationStdDev, layer.GetProperty("predictedStdDev").GetDouble());
        Assert.Equal(expected.GradientStdDev, layer.GetProperty("gradientStdDev").GetDouble());
        Assert.Equal(20_000, layer.GetProperty("histogram").GetProperty("counts").EnumerateArray().Sum(count => count.GetInt64()));
        Assert.Equal(JsonValueKind.Null, networks[1].GetProperty("layers")[0].GetProperty("predictedStdDev").ValueKind);
        Assert.Equal(29, networks[1].GetProperty("layers")[0].GetProperty("copiedUnits").GetInt32());
    }

    [Fact]
    public void Csv_has_a_line_for_each_layer_and_quotes_what_needs_it()
    {
        string text = Text(CsvReport.Write);
        string[] lines = text.TrimEnd('\n').Replace("\nc λ", "", StringComparison.Ordinal).Split('\n');
        Assert.Equal(1 + 5 + 2, lines.Length);
        Assert.StartsWith(
            "network,layer,name,inputs,units,activation,init,parameterCount,multiplyAdds,count,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith(
            "\"a, \"\"b\"\"\nc λ\",1,Hidden.0,200,200,Tanh,Normal,40200,40000,20000,0,",
            text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);

        string[] header = lines[0].Split(',');
        string[] equal = lines[^2].Split(',');
        Assert.Equal(header.Length, equal.Length);
        Assert.Equal("", equal[Array.IndexOf(header, "predictedStdDev")]);
        Assert.Equal(
            Report.Networks[1].Layers[0].Measured.ActivationStdDev,
            double.Parse(equal[Array.IndexOf(header, "stdDev")], CultureInfo.InvariantCulture));
        Assert.Equal(
            300, equal[Array.IndexOf(header, "histogramCounts")].Split(' ').Sum(count => long.Parse(count, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_schema_page_names_every_property()
    {
        using JsonDocument document = JsonDocument.Parse(Text(JsonReport.Write));
        JsonElement network = document.RootElement.GetProperty("networks")[0];
        JsonElement layer = network.GetProperty("layers")[0];
        string page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "reports.md"));
        foreach (JsonElement element in (JsonElement[])
        [
            document.RootElement,
            network,
            network.GetProperty("findings")[0],
            network.GetProperty("compilerDiagnostics")[0],
            network.GetProperty("thresholds"),
            network.GetProperty("provenance"),
            layer,
            layer.GetProperty("histogram"),
        ])
        {
            Assert.All(element.EnumerateObject(), property => Assert.Contains($"`{property.Name}`", page, StringComparison.Ordinal));
        }

        foreach (string kind in Enum.GetNames<FindingKind>())
        {
            Assert.Contains($"`{kind}`", page, StringComparison.Ordinal);
        }

        string header = Text(CsvReport.Write).Split('\n')[0];
        foreach (string column in header.Split(','))
        {
            Assert.Contains($"`{column}`", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_is_replaced_whole_or_not_at_all()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            string path = Path.Combine(folder.FullName, "report.txt");
            File.WriteAllText(path, "before");
            Assert.Throws<InvalidOperationException>(() => TextFile.Write(path, writer =>
            {
                writer.Write(new string('x', 100_000));
                throw new InvalidOperationException();
            }));
            Assert.Equal("before", File.ReadAllText(path));

            JsonReport.Save(Report, path);
            Assert.Equal(Text(JsonReport.Write), File.ReadAllText(path));
            CsvReport.Save(Report, path);
            Assert.Equal(Text(CsvReport.Write), File.ReadAllText(path));
            HtmlReport.Save(Report, path);
            Assert.Equal(Text(HtmlReport.Write), File.ReadAllText(path));
            Assert.Equal(path, Assert.Single(folder.GetFileSystemInfos()).FullName);
            Assert.Throws<DirectoryNotFoundException>(() => JsonReport.Save(Report, Path.Combine(folder.FullName, "none", "report.json")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static TheoryData<CultureInfo> Cultures { get; } =
    [
        new CultureInfo("tr-TR"), // I without a dot
        new CultureInfo("de-DE"), // a comma in numbers
        new CultureInfo("ar-SA"), // digits and calendar of its own
        new CultureInfo("fa-IR"), // a minus sign of its own
        new CultureInfo("sv-SE"), // the minus sign of Unicode
        new CultureInfo("")
        {
            NumberFormat = new() { NumberDecimalSeparator = "dot", NegativeSign = "neg", NumberGroupSeparator = "sep", NaNSymbol = "none" },
        },
    ];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Files_are_the_same_in_any_culture(CultureInfo culture)
    {
        Assert.NotEqual((-1234.5).ToString("N", CultureInfo.InvariantCulture), (-1234.5).ToString("N", culture));
        CultureInfo before = CultureInfo.CurrentCulture;
        string[] expected = [Text(JsonReport.Write), Text(CsvReport.Write), Text(HtmlReport.Write), Text(ConsoleReport.Write)];
        try
        {
            CultureInfo.CurrentCulture = culture;
            string[] actual = [Text(JsonReport.Write), Text(CsvReport.Write), Text(HtmlReport.Write), Text(ConsoleReport.Write)];
            Assert.Equal(expected, actual);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Text(Action<SignalReport, TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(Report, writer);
        Assert.DoesNotContain('\r', writer.ToString());
        return writer.ToString();
    }
}
