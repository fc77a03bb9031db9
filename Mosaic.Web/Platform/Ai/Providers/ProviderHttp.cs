namespace Mosaic.Web.Platform.Ai.Providers;

/// <summary>The connections to providers. Their addresses are the admin's to choose and may well be private, so the guard of Outbound does not apply; redirects are not followed, since the key would go along.</summary>
internal sealed class ProviderHttp : IDisposable
{
    public ProviderHttp(TimeProvider clock)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#pragma warning disable RS0030 // See above.
        Client = new HttpClient(new ProviderGuard(sockets, clock)) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
    }

    public HttpClient Client { get; }

    public void Dispose() => Client.Dispose();
}
