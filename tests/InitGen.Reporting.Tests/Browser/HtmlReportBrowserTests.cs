using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace InitGen.Reporting.Tests.Browser;

/// <summary>Opens reports in a real browser, narrow and wide, light and dark.</summary>
public sealed class HtmlReportBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int Desktop = 1280;
    private const int Phone = 390;

    // Boxes of text are rounded to whole pixels.
    private const double Tolerance = 1;

    private static readonly SignalReport Comparison = SignalReport.Compare(
        Single<Healthy>(),
        Single<Vanishing>(),
        Single<Saturated>("saturated"),
        Single<Exploding>("a name that is as long as it can be without any sense"),
        Single<Zero>("ANameThatIsAsLongAsItCanBeWithoutAnySpaceInItSoThatNoLineCanBeBroken"),
        Single<Dead>());

    private static readonly SignalReport Warned = MeasureWarned();
    private static readonly SignalReport Overflowing = MeasureOverflowing();

    private static readonly SignalReport WithSingularValues =
        SignalReport.Measure<Tiny>(1, InputSource.StandardNormal(3, seed: 1), new() { SingularValues = true });

    private static readonly SignalReport[] AllKinds =
    [
        Comparison,
        SignalReport.Compare(Enumerable.Range(0, 9).Select(_ => Single<Equal>())),
        Single<Zero>(),
        Single<Stack>(),
        WithSingularValues,
        Warned,
        Overflowing,
    ];

    public static TheoryData<int, bool> Screens => new() { { Desktop, false }, { Desktop, true }, { Phone, false }, { Phone, true } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_comparison_opens_without_an_error_or_a_request(int width, bool isDark)
    {
        await using OpenReport report = await Open(Comparison, width, isDark);
        Assert.Empty(report.Errors);
        Assert.Equal([report.Page.Url], report.Requests);
    }

    [Fact]
    public async Task Every_chart_has_a_point_for_each_layer()
    {
        await using OpenReport report = await Open(Comparison, Desktop, isDark: false);
        foreach (string figure in (string[])["std", "saturated", "gradient"])
        {
            ILocator points = report.Page.Locator($"svg[aria-labelledby^='comparison-{figure}-'] :is(circle, .beyond)");
            Assert.Equal(Comparison.Networks.Sum(network => network.Layers.Count), await points.CountAsync());
        }

        foreach ((int index, NetworkReport network) in Comparison.Networks.Index())
        {
            foreach (string figure in (string[])["mean", "std", "saturated", "gradient"])
            {
                ILocator chart = report.Page.Locator($"svg[aria-labelledby^='network-{index + 1}-{figure}-']");
                Assert.Equal(network.Layers.Count, await chart.Locator(".measured :is(circle, .beyond)").CountAsync());
                Assert.Equal(network.Layers.Count, await chart.Locator(".predicted :is(circle, .beyond)").CountAsync());
            }

            ILocator section = report.Page.Locator($"#network-{index + 1}");
            Assert.Equal(network.Layers.Count, await section.Locator("svg.histogram").CountAsync());
            Assert.Equal(network.Layers.Count * Histogram.BinCount, await section.Locator("svg.histogram .bin").CountAsync());
            Assert.Equal(network.Layers.Count, await section.Locator("details tbody tr").CountAsync());
        }
    }

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task Nothing_overflows_or_covers_another_text(int width)
    {
        foreach (SignalReport signal in AllKinds)
        {
            await using OpenReport report = await Open(signal, width, isDark: false);
            await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            Assert.True(await report.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            Assert.Empty(await report.Page.EvaluateAsync<string[]>(
                $$"""
                [...document.querySelectorAll('svg:not([aria-hidden])')].flatMap(svg => {
                    const box = svg.getBoundingClientRect();
                    const texts = [...svg.querySelectorAll('text')]
                        .map(text => ({ text: text.textContent, box: text.getBoundingClientRect() }));
                    const outside = texts.filter(({ box: b }) => b.left < box.left - {{Tolerance}}
                        || b.right > Math.min(box.right, innerWidth) + {{Tolerance}}
                        || b.top < box.top - {{Tolerance}} || b.bottom > box.bottom + {{Tolerance}});
                    const covered = texts.flatMap((a, i) => texts.slice(i + 1).filter(b =>
                        Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > {{Tolerance}}
                        && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3)
                            .map(b => ({ text: `${a.text} and ${b.text}` })));
                    return [...outside, ...covered].map(({ text }) => `${svg.querySelector('title').textContent}: ${text}`);
                })
                """));
            Assert.Empty(await report.Page.EvaluateAsync<string[]>(
                """
                [...document.querySelectorAll('h1, h2, p, li, figcaption, svg, summary, caption, .table')]
                    .filter(element => element.getBoundingClientRect().right > innerWidth).map(element => element.outerHTML)
                """));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_no_barrier(bool isDark)
    {
        // In the dark only colours differ, and these are in every report.
        foreach (SignalReport signal in isDark ? [Comparison] : AllKinds)
        {
            await using OpenReport report = await Open(signal, Phone, isDark); // where tables scroll
            await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

            // Deque's own runner opens a second page for each result, which takes three times as long.
            await report.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
            Assert.Empty(await report.Page.EvaluateAsync<string[]>(
                """
                axe.run().then(result => result.passes.length === 0 ? ['nothing was looked at'] : result.violations.map(violation =>
                    `${violation.id}: ${violation.help} ${violation.nodes.slice(0, 3).map(node => node.html).join(' ')}`))
                """));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_text_has_the_contrast_that_WCAG_asks_for(bool isDark)
    {
        await using OpenReport report = await Open(Comparison, Desktop, isDark);
        await report.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        double least = await report.Page.EvaluateAsync<double>(
            """
            (() => {
                const luminance = colour => colour.match(/[\d.]+/g).slice(0, 3).map(Number).map(value => value / 255)
                    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, value, i) => sum + [0.2126, 0.7152, 0.0722][i] * value, 0);
                const background = element => {
                    const colour = getComputedStyle(element).backgroundColor;
                    return colour === 'rgba(0, 0, 0, 0)' ? background(element.parentElement) : colour;
                };
                return Math.min(...[...document.querySelectorAll('h1, h2, p, span, li, summary, caption, th, td, a, text')].map(element => {
                    const style = getComputedStyle(element);
                    const foreground = element instanceof SVGElement ? style.fill : style.color;
                    const [lighter, darker] = [luminance(foreground), luminance(background(element))]
                        .sort((a, b) => b - a);
                    return (lighter + 0.05) / (darker + 0.05);
                }));
            })()
            """);
        Assert.InRange(least, 4.5, 21);
        bool isPageDark = await report.Page.EvaluateAsync<bool>("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0] < 100");
        Assert.Equal(isDark, isPageDark);
    }

    [Fact]
    public async Task What_the_compiler_said_stands_beside_a_signal_that_is_never_called_good_then()
    {
        await using OpenReport report = await Open(Warned, Desktop, isDark: false);
        Assert.Equal(0, await report.Page.Locator(".good").CountAsync());
        Assert.Contains("the compiler warned", await report.Page.Locator(".finding").First.InnerTextAsync(), StringComparison.Ordinal);
        ILocator warning = report.Page.Locator(".finding.bad");
        string shown = (await warning.InnerTextAsync()).Replace("\n\n", "\n", StringComparison.Ordinal);
        Assert.Equal("INIT2003 each layer loses some of the signal\nNetworks.cs(9,5)", shown);
        Assert.EndsWith("/docs/rules/INIT2003.md", await warning.Locator("a").GetAttributeAsync("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_network_that_overflows_is_drawn_at_the_edge_and_said_in_words()
    {
        await using OpenReport report = await Open(Overflowing, Desktop, isDark: false);
        Assert.NotEqual(0, await report.Page.Locator("#network-2 .predicted .beyond").CountAsync());
        Assert.Equal(0, await report.Page.Locator("#network-4 .chart .beyond").CountAsync());
        Assert.Contains("overflows a float", await report.Page.Locator("#network-2").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colour_stands_for_one_network_on_the_whole_page()
    {
        await using OpenReport report = await Open(Comparison, Desktop, isDark: false);
        string[] classes = await report.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('section[id^=network-]')].map(section => section.className)");
        Assert.Equal(Enumerable.Range(1, 6).Select(number => $"series-{number}"), classes);
        Assert.True(await report.Page.EvaluateAsync<bool>(
            """
            [...document.querySelectorAll('section[id^=network-]')].every(section =>
                [...section.querySelectorAll('.chart g')].every(line => line.classList.contains(section.className)))
            """));
    }

    [Fact]
    public async Task Singular_values_have_charts_where_they_were_asked_for()
    {
        await using OpenReport report = await Open(WithSingularValues, Desktop, isDark: false);
        Assert.Equal(3 * 2, await report.Page.Locator("svg[aria-labelledby^='network-1-singular-values-'] circle").CountAsync());
        Assert.Equal(3 * 2, await report.Page.Locator("svg[aria-labelledby^='network-1-jacobian-'] circle").CountAsync());
    }

    [Fact]
    public async Task Screen_readers_get_titles_descriptions_captions_and_headings()
    {
        await using OpenReport report = await Open(Comparison, Desktop, isDark: false);
        Assert.Empty(await report.Page.EvaluateAsync<string[]>(
            """
            [
                ...[...document.querySelectorAll('svg:not([aria-hidden])')].filter(svg => svg.getAttribute('role') !== 'img'
                    || svg.getAttribute('aria-labelledby').split(' ').some(id => !document.getElementById(id)?.textContent)),
                ...[...document.querySelectorAll('table')].filter(table => !table.caption?.textContent),
                ...[...document.querySelectorAll('th')].filter(th => !['col', 'row'].includes(th.scope)),
                ...[...document.querySelectorAll('tbody tr')]
                    .filter(row => row.cells.length !== row.closest('table').tHead.rows[0].cells.length),
                ...[...document.querySelectorAll('[id]')].filter(element => document.querySelectorAll(`[id='${element.id}']`).length !== 1),
                ...[...document.querySelectorAll('a[href^="#"]')].filter(a => !document.getElementById(a.hash.slice(1))),
            ].map(element => element.outerHTML)
            """));
        Assert.Equal("en", await report.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    [Fact]
    public async Task Names_are_shown_as_they_are_written()
    {
        const string Name = "<img src=x onerror=alert(1)> & \"a\" 'b' λ\u0001";
        SignalReport signal = SignalReport.Measure<Tiny>(1, InputSource.StandardNormal(5, seed: 1), new() { Name = Name });
        await using OpenReport report = await Open(signal, Desktop, isDark: false);
        Assert.Empty(report.Errors);
        string heading = await report.Page.Locator("h2").InnerTextAsync();
        Assert.StartsWith("<img src=x onerror=alert(1)> & \"a\" 'b' λ", heading, StringComparison.Ordinal);
        Assert.Equal(0, await report.Page.Locator("img").CountAsync());
    }

    private static SignalReport Single<TNetwork>(string? name = null)
        where TNetwork : INetwork<TNetwork> =>
        SignalReport.Measure<TNetwork>(1, InputSource.StandardNormal(100, seed: 1), new() { Name = name });

    private static SignalReport MeasureWarned()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                path,
                $$$"""
                { "version": "2.1.0", "runs": [{ "results": [
                  { "ruleId": "INIT2003", "level": "warning", "message": { "text": "each layer loses some of the signal" },
                    "locations": [{ "physicalLocation": {
                      "artifactLocation": { "uri": "Networks.cs" }, "region": { "startLine": 9, "startColumn": 5 } } }],
                    "properties": { "customProperties": { "Network": "{{{typeof(Healthy).FullName}}}" } } }] }] }
                """);
            SignalReportOptions options = new() { CompilerLog = CompilerLog.Load(path) };
            return SignalReport.Measure<Healthy>(1, InputSource.StandardNormal(100, seed: 1), options);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SignalReport MeasureOverflowing()
    {
        var broken = new Healthy(seed: 1);
        broken.Hidden[2].Weights.Fill(1e30f);
        SignalReport measured = SignalReport.Measure(broken, InputSource.StandardNormal(100, seed: 1));
        return SignalReport.Compare(Single<Exploding>(), Single<Overflow>(), measured, Single<Healthy>());
    }

    private async Task<OpenReport> Open(SignalReport signal, int width, bool isDark)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.html");
        IPage page = await chromium.NewPage(width, isDark);
        var report = new OpenReport(page, path);
        HtmlReport.Save(signal, path);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return report;
    }

    /// <summary>A report in a browser; its file goes when it is closed.</summary>
    private sealed class OpenReport : IAsyncDisposable
    {
        private readonly string _path;

        public OpenReport(IPage page, string path)
        {
            Page = page;
            _path = path;
            page.Console += (_, message) => Errors.Add(message.Text);
            page.PageError += (_, error) => Errors.Add(error);
            page.Request += (_, request) => Requests.Add(request.Url);
        }

        public IPage Page { get; }

        public List<string> Errors { get; } = [];

        public List<string> Requests { get; } = [];

        public async ValueTask DisposeAsync()
        {
            await Page.CloseAsync();
            File.Delete(_path);
        }
    }
}
