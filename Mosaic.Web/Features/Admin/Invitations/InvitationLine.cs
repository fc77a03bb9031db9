using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Admin.Invitations;

/// <summary>One invitation, worded for the admin who reads it.</summary>
public sealed record InvitationLine(Guid Id, string Note, string State, string Made, string Until, bool IsOpen, bool IsUsed)
{
    public static InvitationLine Of(InvitationRow row, Person reader, DateTimeOffset now) => new(
        row.Id,
        row.Note ?? "No note",
        (row.UsedAt, row.UsedBy) switch
        {
            (null, _) => row.IsOpen(now) ? "Open" : "Over",
            (_, null) => "Used",
            _ => $"Used by {row.UsedBy}",
        },
        $"made by {row.MadeBy} on {Day(row.CreatedAt, reader)}",
        row.UsedAt is { } used ? $"used on {Day(used, reader)}" : $"until {Day(row.ExpiresAt, reader)}",
        row.IsOpen(now),
        row.UsedAt is not null);

    private static string Day(DateTimeOffset at, Person reader) => reader.LocalTime(at).ToString("d MMM yyyy", reader.Culture);
}
