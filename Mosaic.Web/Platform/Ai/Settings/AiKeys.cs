using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Mosaic.Web.Platform.Ai.Settings;

/// <summary>Providers' keys are kept encrypted with the key ring, for this purpose alone.</summary>
public sealed class AiKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Mosaic.Ai.Keys");

    public string Encrypt(string key) => _protector.Protect(key);

    /// <summary>Null where none is kept, or none that this key ring can read: then it has to be set again.</summary>
    public AiSecret? Decrypt(string? kept)
    {
        if (kept is null) return null;
        try
        {
            return new AiSecret(_protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>How a key ends, for people to tell one from another; nothing of a short one.</summary>
    public static string Ending(string key) => key.Length >= 12 ? key[^4..] : "";
}
