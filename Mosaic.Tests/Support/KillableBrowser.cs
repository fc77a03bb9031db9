using System.Diagnostics;
using Microsoft.Playwright;

namespace Mosaic.Tests.Support;

/// <summary>A Chromium that somebody runs at home: with a profile on disk, and able to die.</summary>
public sealed class KillableBrowser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly IBrowser _browser;

    private KillableBrowser(Process process, IBrowser browser)
    {
        _process = process;
        _browser = browser;
    }

    public IPage Page => _browser.Contexts[0].Pages[0];

    internal static async Task<KillableBrowser> StartAsync(IPlaywright playwright, string program, IEnumerable<string> switches, string directory)
    {
        var portFile = Path.Combine(directory, "DevToolsActivePort");
        File.Delete(portFile);
        var process = Process.Start(new ProcessStartInfo(program,
            [.. switches, "--headless=new", "--remote-debugging-port=0", $"--user-data-dir={directory}", "about:blank"])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var lines = await LinesAsync(portFile);
        return new(process, await playwright.Chromium.ConnectOverCDPAsync($"http://127.0.0.1:{lines[0]}"));
    }

    /// <summary>The end that no program can prepare for, of the browser and all its processes.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        await _browser.DisposeAsync();
    }

    /// <summary>The browser writes where it listens as soon as it does.</summary>
    private static async Task<string[]> LinesAsync(string file)
    {
        for (var i = 0; i < 300; i++)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is { Length: > 1 } lines) return lines;
            await Task.Delay(100);
        }
        throw new TimeoutException("Chromium did not say where it listens.");
    }
}
