using System.Diagnostics;
using System.Text;

namespace Mosaic.Tests.Commands;

/// <summary>Mosaic as a process of its own, as <c>./mosaic run</c> leaves it behind after setting up.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private string Said
    {
        get { lock (_output) return _output.ToString(); }
    }

    /// <summary>Starts the app with these settings and arguments; other settings of ours are not inherited.</summary>
    public static ServerProcess Start(IReadOnlyDictionary<string, string> settings, params string[] arguments) => StartProgram("Mosaic.Web.dll", settings, arguments);

    /// <summary>Starts another program of this folder that ends in the app.</summary>
    public static ServerProcess StartProgram(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("MOSAIC_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(key);
        start.Environment.Remove("ConnectionStrings__Mosaic");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        return new(start);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        var ended = await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMinutes(2)));
        Assert.True(ended == _ready.Task, $"It did not become ready: {Said}");
    }

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (_process.ExitCode, Said);
    }

    /// <summary>The end that no program can prepare for.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal by its name, such as TERM or INT.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (_output) _output.AppendLine(line);
        if (line?.StartsWith("Mosaic is ready at", StringComparison.Ordinal) == true) _ready.TrySetResult();
    }
}
