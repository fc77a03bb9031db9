using System.Security.Cryptography;

namespace Mosaic.Web.Features.Admin.Users;

/// <summary>Passwords that are read out once: sixteen characters that are not mistaken for each other, in groups of four (79 bits).</summary>
internal static class TemporaryPasswords
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, 16).Chunk(4).Select(part => new string(part)));
}
