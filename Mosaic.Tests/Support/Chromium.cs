using Microsoft.Playwright;
using Mosaic.Tests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Mosaic.Tests.Support;

/// <summary>
/// The real browser, one a run, started by the first test that asks:
/// <c>class FooBrowserTests(MosaicApp app, Chromium chromium) : IClassFixture&lt;MosaicApp&gt;</c>.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>A desk and a phone: the widths every page is looked at.</summary>
    public const int Desk = 1320;
    public const int Phone = 390;

    private static readonly string Program = Environment.GetEnvironmentVariable("MOSAIC_CHROMIUM")
        ?? new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists) ?? "/usr/bin/chromium";
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _once = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a window of its own, signed in as somebody of the cast, or as nobody. One that bypasses the content policy shows what holds without it.</summary>
    public async Task<Visit> VisitAsync(MosaicApp app, string? name = null, int width = Desk, bool dark = false, bool bypassesPolicy = false)
    {
        var visit = await VisitAsync(app.Address, width, dark, bypassesPolicy);
        if (name is not null) await visit.Context.AddCookiesAsync([await CookieAsync(app, name)]);
        return visit;
    }

    /// <summary>Opens a window of its own at a server that is a process of its own.</summary>
    public async Task<Visit> VisitAsync(Uri address, int width = Desk, bool dark = false, bool bypassesPolicy = false)
    {
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = width > 700 ? 900 : 844 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
            TimezoneId = "UTC",
            HasTouch = width <= 700,
            BypassCSP = bypassesPolicy,
        });
        context.SetDefaultTimeout(20_000);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>A browser as a process of its own that keeps what it knows in a directory, so that it can be killed and opened again.</summary>
    public async Task<KillableBrowser> OpenKillableAsync(string directory)
    {
        await StartAsync();
        return await KillableBrowser.StartAsync(_playwright!, Program, Switches, directory);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _once.Dispose();
    }

    private static async Task<Cookie> CookieAsync(MosaicApp app, string name)
    {
        var cookie = await app.CookieAsync(name);
        return new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = true };
    }

    private async Task<IBrowser> StartAsync()
    {
        if (!File.Exists(Program) && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip($"There is no Chromium at {Program}: ./mosaic test installs it where it may.");
        await _once.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(15_000);
            return _browser ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Program,
                Args = Switches,
            });
        }
        finally
        {
            _once.Release();
        }
    }
}
