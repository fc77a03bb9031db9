using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mosaic.Web.Platform.Outbound;

namespace Mosaic.Tests.Outbound;

/// <summary>A server on loopback that the guard believes to be far away: names are answered here, and connections to public addresses end at it.</summary>
public sealed class FarServer : IAsyncLifetime
{
    public static readonly IPAddress Far = IPAddress.Parse("93.184.216.34");

    private WebApplication? _app;
    private int _port;

    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("hello");

    public Dictionary<string, Func<IPAddress[]>> Names { get; } = [];

    public List<IPEndPoint> Connected { get; } = [];

    public OutboundClient Client() => new(new OutboundGuard
    {
        Resolve = (host, _) => Task.FromResult(Names.TryGetValue(host, out var answer) ? answer() : []),
        Connect = async (address, cancellationToken) =>
        {
            Connected.Add(address);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, _port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(context => Answer(context));
        await _app.StartAsync();
        _port = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }
}
