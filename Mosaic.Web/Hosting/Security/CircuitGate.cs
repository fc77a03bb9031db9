using System.Collections.Concurrent;
using System.Security.Claims;

namespace Mosaic.Web.Hosting.Security;

/// <summary>
/// Who may open a live page. WebSockets ignore the same-origin rule, so a foreign page could otherwise drive a visitor's session.
/// Only WebSockets are let in: they are held open here, which makes them countable.
/// </summary>
internal sealed class CircuitGate(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    public const int PerPerson = 50;
    public const int PerAddress = 100;

    private readonly ConcurrentDictionary<string, int> _open = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", out var rest))
        {
            await next(context);
            return;
        }
        if (!ComesFromOurPages(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (context.WebSockets.IsWebSocketRequest)
            await CountAsync(context);
        else if (rest.HasValue)
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>Programs send no Origin and carry no visitor's cookie; browsers always send it here.</summary>
    private static bool ComesFromOurPages(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                // The scheme is the page's: a proxy may have taken off https without our being told.
                && Uri.TryCreate($"{from.Scheme}://{request.Host}", UriKind.Absolute, out var here)
                && string.Equals(from.Authority, here.Authority, StringComparison.OrdinalIgnoreCase));
    }

    private async Task CountAsync(HttpContext context)
    {
        var person = "person " + context.User.FindFirstValue(ClaimTypes.NameIdentifier);
        var address = "address " + context.Connection.RemoteIpAddress;
        var entered = Enter(person) <= PerPerson & Enter(address) <= PerAddress;
        try
        {
            // A page that came back now would hold up the stop.
            if (lifetime.ApplicationStopping.IsCancellationRequested)
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            else if (entered)
                await next(context);
            else
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        }
        finally
        {
            Leave(person);
            Leave(address);
        }
    }

    private int Enter(string who) => _open.AddOrUpdate(who, 1, (_, count) => count + 1);

    private void Leave(string who)
    {
        if (_open.AddOrUpdate(who, 0, (_, count) => count - 1) == 0)
            _open.TryRemove(new KeyValuePair<string, int>(who, 0));
    }
}
