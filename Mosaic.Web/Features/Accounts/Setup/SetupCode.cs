using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Web.Platform.Configuration;

namespace Mosaic.Web.Features.Accounts.Setup;

/// <summary>
/// The code that proves at <c>/setup</c> that somebody can read the server's output. Kept in the database until the first admin exists,
/// so that web processes on one database print the same code and a restart does not change it. <c>MOSAIC_SETUP_CODE</c> replaces it.
/// </summary>
public sealed class SetupCode(IDbContextFactory<MosaicDb> databases, FirstRun firstRun, MosaicOptions options, TimeProvider time)
{
    internal const string SettingKey = "setup_code";
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly Attempts _attempts = new(10, TimeSpan.FromMinutes(5), time);

    /// <summary>The code to print at start, or null when the first admin exists.</summary>
    public async Task<string?> CurrentAsync(CancellationToken cancellationToken = default)
    {
        if (await firstRun.IsOverAsync(cancellationToken)) return null;
        if (options.SetupCode is { } configured) return configured;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO app_settings (key, value, updated_at) VALUES ({SettingKey}, {NewCode()}, {time.GetUtcNow()}) ON CONFLICT DO NOTHING",
            cancellationToken);
        return await db.AppSettings.Where(setting => setting.Key == SettingKey).Select(setting => setting.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Null when the code is right, else the sentence to show. Ten wrong ones in five minutes, from everybody together, close the door for a while.</summary>
    public async Task<string?> RefusalAsync(string given, CancellationToken cancellationToken = default)
    {
        if (given.Length == 0) return "Enter the setup code that Mosaic printed when it started.";
        if (_attempts.AreSpent) return "Ten wrong codes were tried in five minutes. Wait five minutes, then read the code in the server's output again.";
        var code = await CurrentAsync(cancellationToken);
        if (code is not null && CryptographicOperations.FixedTimeEquals(Digest(given), Digest(code))) return null;
        _attempts.Take();
        return "This is not the setup code. It is in the server's output, on the line that begins with “Setup code”.";
    }

    private static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 12).Chunk(4).Select(part => new string(part)));

    /// <summary>Digests have one length, so the comparison tells nothing about the code's. Case, dashes and spaces do not count.</summary>
    private static byte[] Digest(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(letter => letter != '-' && !char.IsWhiteSpace(letter))).ToUpperInvariant()));
}
