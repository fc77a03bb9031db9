using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;
using Mosaic.Web.Platform.Configuration;
using Npgsql;

namespace Mosaic.Web.Hosting;

/// <summary>Reads and checks every setting at once, so that one start shows all that is wrong.</summary>
internal sealed class MosaicOptionsReader(IConfiguration configuration)
{
    private readonly List<string> _failures = [];

    /// <exception cref="OptionsValidationException">Something is wrong; each failure is one sentence that names its key and what to do.</exception>
    public static MosaicOptions Read(IConfiguration configuration)
    {
        var reader = new MosaicOptionsReader(configuration);
        var options = reader.ReadAll();
        return reader._failures.Count == 0
            ? options
            : throw new OptionsValidationException(nameof(MosaicOptions), typeof(MosaicOptions), reader._failures);
    }

    private MosaicOptions ReadAll() => new()
    {
        DataDirectory = ReadDataDirectory(),
        Database = ReadDatabase(),
        SetupCode = ReadSetupCode(),
        FirstAdmin = ReadFirstAdmin(),
        AllowedHosts = ReadList(MosaicKeys.AllowedHosts),
        TrustedProxies = [.. ReadList(MosaicKeys.TrustedProxies).Select(ReadNetwork).OfType<IPNetwork>()],
        TelemetryEndpoint = ReadTelemetryEndpoint(),
        Limits = new RateLimitOptions
        {
            SignIn = ReadLimit(MosaicKeys.LimitSignIn, new RateLimitOptions().SignIn),
            Uploads = ReadLimit(MosaicKeys.LimitUploads, new RateLimitOptions().Uploads),
            Writes = ReadLimit(MosaicKeys.LimitWrites, new RateLimitOptions().Writes),
            Api = ReadLimit(MosaicKeys.LimitApi, new RateLimitOptions().Api),
        },
    };

    private string ReadDataDirectory()
    {
        var path = Path.GetFullPath(Text(MosaicKeys.Data) ?? Path.Combine(HomeDirectory(), "data"));
        if (File.Exists(path))
            Fail(MosaicKeys.Data, "names a file. Set it to a directory that Mosaic may write to.");
        return path;
    }

    private string? ReadDatabase()
    {
        var named = Text("ConnectionStrings:Mosaic");
        if ((named ?? Text(MosaicKeys.Database)) is not { } text) return null;
        var key = named is null ? MosaicKeys.Database : MosaicKeys.ConnectionString;
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(parsed.Host)) Fail(key, "names no host. Write it like Host=db;Database=mosaic;Username=mosaic;Password=…");
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            Fail(key, "is not a connection string. Write it like Host=db;Database=mosaic;Username=mosaic;Password=…");
        }
        return text;
    }

    private string? ReadSetupCode()
    {
        var code = Text(MosaicKeys.SetupCode);
        if (code is { Length: < 8 }) Fail(MosaicKeys.SetupCode, "is shorter than 8 characters. Choose a longer one, or leave it out to have one made.");
        return code;
    }

    private FirstAdmin? ReadFirstAdmin()
    {
        string[] keys = [MosaicKeys.AdminUser, MosaicKeys.AdminEmail, MosaicKeys.AdminPassword];
        var missing = keys.Where(key => Text(key) is null).ToList();
        if (missing.Count == keys.Length) return null;
        foreach (var key in missing)
            Fail(key, "is missing. The first admin needs a user name, an e-mail and a password: set all three, or none.");
        if (missing.Count > 0) return null;
        var admin = new FirstAdmin(Text(MosaicKeys.AdminUser)!, Text(MosaicKeys.AdminEmail)!, Text(MosaicKeys.AdminPassword)!);
        if (admin.Password.Length < 10) Fail(MosaicKeys.AdminPassword, "is shorter than 10 characters. Choose a longer one.");
        if (!admin.Email.Contains('@', StringComparison.Ordinal)) Fail(MosaicKeys.AdminEmail, "is not an e-mail address. Write it like ada@example.org.");
        return admin;
    }

    private IPNetwork? ReadNetwork(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        Fail(MosaicKeys.TrustedProxies, $"holds \"{text}\", which is neither an address nor a network. Write it like 10.0.0.2, 172.16.0.0/12.");
        return null;
    }

    private Uri? ReadTelemetryEndpoint()
    {
        if (Text(MosaicKeys.Telemetry) is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return uri;
        Fail(MosaicKeys.Telemetry, "is not an http address. Write it like http://collector:4317, or leave it out to send nothing.");
        return null;
    }

    private int ReadLimit(string key, int usual)
    {
        if (Text(key) is not { } text) return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= 1_000_000) return limit;
        Fail(key, "is not a whole number between 1 and 1000000. Correct it, or leave it out.");
        return usual;
    }

    private string[] ReadList(string key) =>
        (Text(key) ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? Text(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private void Fail(string key, string sentence) => _failures.Add($"{key} {sentence}");

    /// <summary>The clone's root when built there; else the current directory.</summary>
    private static string HomeDirectory()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Mosaic.sln"))) return directory.FullName;
        return Environment.CurrentDirectory;
    }
}
