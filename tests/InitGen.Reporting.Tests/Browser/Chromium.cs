using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace InitGen.Reporting.Tests.Browser;

/// <summary>A Chromium without a window, which the tests of a class share. Where there is none they are skipped, unless the environment
/// variable INITGEN_REQUIRE_CHROMIUM is 1.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page as a person would see it.</summary>
    /// <param name="width">The width of the window in pixels.</param>
    /// <param name="isDark">Whether the person prefers dark pages.</param>
    public async Task<IPage> NewPage(int width, bool isDark)
    {
        if (_browser is null)
        {
            const string Advice =
                "Chromium is not installed: install it (on Debian: apt-get install chromium), or set CHROMIUM_PATH to where it is.";
            Assert.SkipUnless(Environment.GetEnvironmentVariable("INITGEN_REQUIRE_CHROMIUM") == "1", Advice);
            Assert.Fail(Advice);
        }

        return await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Candidates().FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static IEnumerable<string> Candidates() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path
        ? [path]
        : Names.SelectMany(name =>
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)));
}
