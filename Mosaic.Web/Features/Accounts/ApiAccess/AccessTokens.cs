using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Mosaic.Web.Features.Accounts.ApiAccess;

/// <summary>Tokens that name a family and end after a quarter of an hour. Nothing is kept of them; the family says whether they still count.</summary>
public sealed class AccessTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _protector = protection.CreateProtector("Mosaic.Api.AccessToken");

    public string Of(Guid familyId) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{familyId:N} {(clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}"));

    /// <summary>The family it names and when it ends; null when it is not ours or over.</summary>
    public (Guid FamilyId, DateTimeOffset ExpiresAt)? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split(' ');
            var expiresAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1], CultureInfo.InvariantCulture));
            return expiresAt > clock.GetUtcNow() ? (Guid.ParseExact(parts[0], "N"), expiresAt) : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
