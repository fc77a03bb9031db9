using System.IO.Compression;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.ResponseCompression;
using Radzen;

namespace Mosaic.Web.Hosting;

/// <summary>Pages, their circuits and their compression.</summary>
internal static class PageServices
{
    public static void AddMosaicPages(this IServiceCollection services, bool isDevelopment)
    {
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => Limit(circuits, isDevelopment));
        services.AddRadzenComponents();
        services.AddResponseCompression(Compress);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
    }

    /// <summary>A lost page may come back for three minutes; drafts make sure that later loses nothing either. Messages stay at the framework's 32 KB.</summary>
    private static void Limit(CircuitOptions circuits, bool isDevelopment)
    {
        circuits.DetailedErrors = isDevelopment;
        circuits.DisconnectedCircuitMaxRetained = 50;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
    }

    /// <summary>
    /// Pages only. Files that are served as they are come compressed from the build, and what people uploaded is not ours to squeeze.
    /// Guessing secrets by the length of compressed pages (BREACH) needs many requests in the victim's name with a guess in the page:
    /// cookies are SameSite=Lax, so another site can only open whole pages one by one and never sees their length, and the
    /// antiforgery token, the one secret in a page, is encrypted anew in each.
    /// </summary>
    private static void Compress(ResponseCompressionOptions compression)
    {
        compression.EnableForHttps = true;
        compression.MimeTypes = ["text/html"];
        compression.Providers.Add<BrotliCompressionProvider>();
        compression.Providers.Add<GzipCompressionProvider>();
    }
}
