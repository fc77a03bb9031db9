using Mosaic.Data.Accounts;

namespace Mosaic.Web.Features.Accounts.Keys;

/// <summary>A key as its owner sees it afterwards: everything but the secret.</summary>
public sealed record ApiKeyLine(
    Guid Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, long UseCount)
{
    internal static ApiKeyLine Of(ApiKey key) =>
        new(key.Id, key.Name, key.Prefix, key.Scopes, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.UseCount);
}
