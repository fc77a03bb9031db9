using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mosaic.Web.Features.Accounts.Register;

/// <summary>The secret part of an invitation's link: 256 random bits, of which only the SHA-256 is kept.</summary>
public static class InvitationTokens
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
