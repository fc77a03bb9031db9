using System.Diagnostics;
using System.Text;

namespace Mosaic.Bench.Ground;

/// <summary>A server that is measured, as a process of its own on a free port of this machine.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Ready = " is ready at ";

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>What it has taken of the processors since its start, in its own code and in the system's for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a program that says <c>… is ready at http://…</c>, and waits until it does.</summary>
    /// <exception cref="BenchTroubleException">It ended instead, or stayed silent.</exception>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        // What whoever runs this has set for their own Mosaic is not to change what is measured.
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("MOSAIC_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(key);
        start.Environment.Remove("ConnectionStrings__Mosaic");
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings) start.Environment[key] = value;

        var server = new ServerProcess(start);
        try
        {
            await Task.WhenAny(server._ready.Task, server._process.WaitForExitAsync(cancellationToken)).WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
            if (!server._ready.Task.IsCompleted) throw new BenchTroubleException($"{Path.GetFileName(program)} did not start: {server.Said}");
            server.Address = await server._ready.Task;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private string Said
    {
        get { lock (_said) return _said.ToString().Trim(); }
    }

    private void Hear(string? line)
    {
        lock (_said) _said.AppendLine(line);
        if (line?.IndexOf(Ready, StringComparison.Ordinal) is { } at and >= 0) _ready.TrySetResult(new Uri(line[(at + Ready.Length)..]));
    }
}
