using System.Collections;

namespace Mosaic.Web.Hosting;

/// <summary>The names of all settings, as written in the environment.</summary>
internal static class MosaicKeys
{
    public const string Data = "MOSAIC_DATA";
    public const string Database = "MOSAIC_DB";
    public const string ConnectionString = "ConnectionStrings__Mosaic";
    public const string SetupCode = "MOSAIC_SETUP_CODE";
    public const string AdminUser = "MOSAIC_ADMIN_USER";
    public const string AdminEmail = "MOSAIC_ADMIN_EMAIL";
    public const string AdminPassword = "MOSAIC_ADMIN_PASSWORD";
    public const string AllowedHosts = "MOSAIC_ALLOWED_HOSTS";
    public const string TrustedProxies = "MOSAIC_TRUSTED_PROXIES";
    public const string LimitSignIn = "MOSAIC_LIMIT_SIGN_IN";
    public const string LimitUploads = "MOSAIC_LIMIT_UPLOADS";
    public const string LimitWrites = "MOSAIC_LIMIT_WRITES";
    public const string LimitApi = "MOSAIC_LIMIT_API";
    public const string Telemetry = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Read by the database in Docker and by the tests; known here so that nobody is warned about them.
    private static readonly string[] ReadElsewhere = ["MOSAIC_DB_PORT", "MOSAIC_DB_PASSWORD", "MOSAIC_TEST_DB", "MOSAIC_CHROMIUM", "MOSAIC_SYNC_CHANGES"];

    private static readonly HashSet<string> Known = new(
        [Data, Database, SetupCode, AdminUser, AdminEmail, AdminPassword, AllowedHosts, TrustedProxies, LimitSignIn, LimitUploads, LimitWrites, LimitApi, .. ReadElsewhere],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Variables that look like ours and mean nothing: most likely misspelt.</summary>
    public static IEnumerable<string> UnknownIn(IDictionary environment) => environment.Keys.Cast<string>()
        .Where(key => key.StartsWith("MOSAIC_", StringComparison.OrdinalIgnoreCase) && !Known.Contains(key))
        .Order(StringComparer.Ordinal);
}
