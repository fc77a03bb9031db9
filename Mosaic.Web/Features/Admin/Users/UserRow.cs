namespace Mosaic.Web.Features.Admin.Users;

/// <summary>One account in the admin's list.</summary>
public sealed record UserRow(
    Guid Id, string UserName, string Email, string? DisplayName, bool IsAdmin, bool IsActive, bool MustChangePassword, DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignIn)
{
    public string ShownName => DisplayName ?? UserName;

    /// <summary>The last sign-in in words, for the admin who reads it.</summary>
    public string LastSeen { get; init; } = "";
}
