using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mosaic.Tests.Support.StubAi;

/// <summary>The sockets of the stub. Its end cuts off whoever still waits.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly StubProtocol _protocol;
    private readonly CancellationTokenSource _end = new();
    private int _answering;

    public StubServer(int port, StubAi stub, StubProtocol protocol)
    {
        _protocol = protocol;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            // A client that reads slowly, or not at all, is part of what is tried.
            kestrel.Limits.MinResponseDataRate = null;
        });
        _app = builder.Build();
        _app.MapControl(stub);
        _app.MapFallback("{**address}", AnswerAsync);
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public int Answering => Volatile.Read(ref _answering);

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _end.Token);
        Interlocked.Increment(ref _answering);
        try
        {
            await _protocol.AnswerAsync(context, ended.Token);
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            // An answer made by a test threw: it should read so, and not look like a fault that was asked for.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsync($"The stub failed: {failure}", context.RequestAborted);
        }
        finally
        {
            Interlocked.Decrement(ref _answering);
        }
    }
}
