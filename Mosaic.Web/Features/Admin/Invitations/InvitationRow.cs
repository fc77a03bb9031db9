namespace Mosaic.Web.Features.Admin.Invitations;

/// <summary>One invitation in the admin's list. The link itself is shown once, when it is made.</summary>
public sealed record InvitationRow(
    Guid Id, string? Note, string MadeBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt, string? UsedBy)
{
    /// <summary>Whether somebody could still use it at that time.</summary>
    public bool IsOpen(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;
}
