using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Mosaic.Web.Platform.Api;

/// <summary>Cursors that say where a list goes on. They are encrypted and signed for one person and one list, so none can be made up or lent.</summary>
public sealed class ApiCursors(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Mosaic.Api.Cursors");

    public string Write(Guid userId, string list, string place) => _protector.Protect($"{list}\n{userId:N}\n{place}");

    /// <summary>Null when it was not made here for this person and this list.</summary>
    public string? Read(Guid userId, string list, string cursor)
    {
        try
        {
            var text = _protector.Unprotect(cursor);
            var head = $"{list}\n{userId:N}\n";
            return text.StartsWith(head, StringComparison.Ordinal) ? text[head.Length..] : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
