using System.Diagnostics;
using System.Net;
using Mosaic.Tests.Architecture;
using Mosaic.Tests.Support.StubAi;

namespace Mosaic.Tests.Commands;

/// <summary>The stub of an AI server as a process of its own, and beside an app.</summary>
public sealed class StubAiCommandTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Mosaic.Tests.dll");
    private readonly HttpClient _http = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task It_says_first_where_it_is_and_serves_until_it_is_told_to_end(string signal)
    {
        using var process = Start("dotnet", Program, StubAiCommand.Name);
        var address = await process.StandardOutput.ReadLineAsync();
        Assert.Contains("stub-large", await _http.GetStringAsync($"{address}/v1/models"), StringComparison.Ordinal);
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_and_an_exit_code()
    {
        await using var stub = await StubAi.StartAsync();
        using var process = Start("dotnet", Program, StubAiCommand.Name, "--port", $"{stub.Address.Port}");
        Assert.Equal($"Port {stub.Address.Port} is taken: name another, or none for a free one.", (await process.StandardError.ReadToEndAsync()).Trim());
        await process.WaitForExitAsync();
        Assert.Equal(1, process.ExitCode);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "99999")]
    [InlineData("--speed", "3")]
    public async Task What_it_does_not_know_it_says(params string[] arguments)
    {
        using var process = Start("dotnet", [Program, StubAiCommand.Name, .. arguments]);
        Assert.StartsWith("stub-ai takes --port", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
    }

    [Fact]
    public async Task The_app_gets_its_signals_and_the_stub_ends_with_it()
    {
        // The part of ./mosaic run that starts both, with a program in the app's place that tells which signal it got.
        const string app = "trap 'echo got it; exit 7' TERM; echo ready; while true; do sleep 0.1; done";
        using var process = Start("bash", "-c",
            $". '{SourceTree.Root}/scripts/lib.sh'; here='{SourceTree.Root}'; . '{SourceTree.Root}/scripts/stub-ai.sh'; stub_ai_program='{Program}'; "
            + $"start_stub_ai; echo \"$stub_ai_address\"; exec bash -c \"{app}\"");
        var address = await process.StandardOutput.ReadLineAsync();
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync($"{address}/v1/models")).StatusCode);
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        Assert.Equal("got it", await process.StandardOutput.ReadLineAsync());
        await process.WaitForExitAsync();
        Assert.Equal(7, process.ExitCode);
        await EndsAsync(address!);
    }

    public void Dispose() => _http.Dispose();

    private async Task EndsAsync(string address)
    {
        for (var i = 0; i < 50; i++)
        {
            try
            {
                await _http.GetAsync(address);
            }
            catch (HttpRequestException)
            {
                return;
            }
            await Task.Delay(100);
        }
        Assert.Fail("The stub goes on without the app.");
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
