using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Mosaic.Web.Hosting.Security;

/// <summary>What every answer tells a browser not to do.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly ConcurrentDictionary<string, string> Policies = new();

    public Task InvokeAsync(HttpContext context)
    {
        // Late, so that a page shown in place of a failure gets the policy of that page.
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // A file that must not act as a page brings a stricter policy of its own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = PolicyFor(context.GetEndpoint());
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return Task.CompletedTask;
    }

    private static string PolicyFor(Endpoint? endpoint) =>
        Policies.GetOrAdd(endpoint?.Metadata.GetMetadata<ImportMapDefinition>()?.ToString() ?? "", Policy);

    /// <param name="importMap">The one inline script of a page: which fingerprinted file stands for which module. Allowed by its hash.</param>
    private static string Policy(string importMap)
    {
        var hash = importMap.Length == 0 ? "" : $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(importMap)))}'";
        // Blazor and Radzen place things by style attributes, which can draw but not run or fetch.
        return $"default-src 'self'; script-src 'self'{hash}; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; "
            + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'self'";
    }
}
