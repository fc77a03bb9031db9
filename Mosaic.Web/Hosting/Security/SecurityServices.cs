using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Hosting.Security;

internal static class SecurityServices
{
    public static void AddMosaicSecurity(this IServiceCollection services, MosaicOptions options)
    {
        services.AddMosaicRateLimits(options.Limits);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = AntiforgeryGate.HeaderName;
            antiforgery.Cookie.Name = "mosaic.antiforgery";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // SecurityHeaders says it for every page, in one policy.
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddDataProtection().SetApplicationName("mosaic");
        services.AddSingleton<DatabaseKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeyRing>((keys, ring) => keys.XmlRepository = ring);
        services.Configure<ForwardedHeadersOptions>(forwarded => Believe(forwarded, options.TrustedProxies));
        if (options.AllowedHosts.Count > 0)
            services.PostConfigure<HostFilteringOptions>(filter => filter.AllowedHosts = [.. options.AllowedHosts]);
    }

    private static void Believe(ForwardedHeadersOptions forwarded, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            forwarded.KnownIPNetworks.Add(proxy);
        forwarded.ForwardedHeaders = proxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.All;
        forwarded.ForwardLimit = null;
    }
}
