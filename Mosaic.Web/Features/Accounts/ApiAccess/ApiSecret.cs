using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>
/// Secrets of programs: a prefix that tells what it is, 43 signs of a random number of 256 bits, and 6 signs of a checksum, so that a
/// mistyped one is known without asking the database. Only SHA-256 is kept: a number this long cannot be guessed, so no slow hash is needed.
/// </summary>
internal static class ApiSecret
{
    public const string KeyPrefix = "mos_";
    public const string RefreshPrefix = "mor_";

    private const int RandomLength = 43;
    private const int ChecksumLength = 6;

    public static string New(string prefix)
    {
        var random = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return prefix + random + ChecksumOf(prefix + random);
    }

    public static bool LooksRight(string secret, string prefix) =>
        secret.Length == prefix.Length + RandomLength + ChecksumLength
        && secret.StartsWith(prefix, StringComparison.Ordinal)
        && secret.EndsWith(ChecksumOf(secret[..^ChecksumLength]), StringComparison.Ordinal);

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string ChecksumOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes("checksum " + text)))[..ChecksumLength];
}
