namespace Mosaic.Web.Features.Accounts.Profile;

/// <summary>What people say about themselves, and the names they sign in with.</summary>
public sealed record Profile(
    string UserName, string Email, string? DisplayName, string? Bio, Guid? AvatarResourceId, string TimeZone, TimeOnly DayEndsAt, string Language, string Theme)
{
    public string ShownName => DisplayName ?? UserName;
}
