using System.Net;

namespace Mosaic.Web.Platform.Configuration;

/// <summary>What whoever runs Mosaic decides before it starts; <c>docs/configuration.md</c> explains each key. Read once, never changed.</summary>
public sealed record MosaicOptions
{
    /// <summary><c>MOSAIC_DATA</c>: an absolute path; files and the private database live below it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary><c>MOSAIC_DB</c> or <c>ConnectionStrings__Mosaic</c>; null asks for the private database.</summary>
    public string? Database { get; init; }

    /// <summary><c>MOSAIC_SETUP_CODE</c>; null has one made and printed on the first run.</summary>
    public string? SetupCode { get; init; }

    /// <summary><c>MOSAIC_ADMIN_USER</c>, <c>_EMAIL</c> and <c>_PASSWORD</c>: makes the first admin in place of the setup page.</summary>
    public FirstAdmin? FirstAdmin { get; init; }

    /// <summary><c>MOSAIC_ALLOWED_HOSTS</c>: the names under which Mosaic answers; empty answers under every name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary><c>MOSAIC_TRUSTED_PROXIES</c>: whose <c>X-Forwarded-*</c> headers are believed; empty believes nobody's.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: where traces and metrics go; null sends none.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    public RateLimitOptions Limits { get; init; } = new();
}
