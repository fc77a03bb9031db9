using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mosaic.Web.Features.Accounts.Keys;

/// <summary>A key that somebody asks for. Text as it was typed.</summary>
public sealed class KeyForm
{
    private const string NoEnd = "none";

    public static IReadOnlyList<(string Value, string Text)> Lifetimes { get; } = [("30", "In 30 days"), ("90", "In 90 days"), ("365", "In a year"), (NoEnd, "Not by itself")];

    public string? Name { get; set; }
    public List<string>? Scopes { get; set; }
    public string? Lifetime { get; set; } = "90";

    /// <summary>New with each form that is shown, so that one sent again is known.</summary>
    public string? Once { get; set; } = Guid.CreateVersion7().ToString("N");

    public string? RefuseLifetime => Lifetimes.Any(known => known.Value == Lifetime) ? null : "Choose one of these.";

    public DateTimeOffset? EndsAt(DateTimeOffset now) => int.TryParse(Lifetime, CultureInfo.InvariantCulture, out var days) ? now.AddDays(days) : null;

    /// <summary>The same for the same form of the same person, and nobody else's whatever is sent.</summary>
    public Guid IdFor(Guid userId) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N} {Once} {Name}")).AsSpan(0, 16));
}
