using System.Security.Cryptography;
using System.Text;

namespace Mosaic.Data.Search;

/// <summary>A passage before it has a place.</summary>
public sealed record PassageText(int Position, string Text)
{
    /// <summary>Tells one text from another.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 16));
}
