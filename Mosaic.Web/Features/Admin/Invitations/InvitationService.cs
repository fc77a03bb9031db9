using System.Text;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Accounts;
using Mosaic.Data.Admin;
using Mosaic.Web.Features.Accounts.Register;

namespace Mosaic.Web.Features.Admin.Invitations;

/// <summary>Makes, lists and revokes invitations.</summary>
public sealed class InvitationService(IDbContextFactory<MosaicDb> databases, TimeProvider time)
{
    public const int NoteLength = 100;
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The token in the answer is the only copy.</summary>
    public async Task<AdminResult> MakeAsync(Guid adminId, string? note, CancellationToken cancellationToken = default)
    {
        // The database cannot hold all that a hostile browser can send.
        note = string.Concat((note ?? "").EnumerateRunes().Where(sign => !Rune.IsControl(sign))).Trim();
        if (note.EnumerateRunes().Count() > NoteLength) return new AdminResult.Refused($"Keep the note within {NoteLength} characters.");
        var now = time.GetUtcNow();
        await using var work = await AdminWork.BeginAsync(databases, adminId, now, cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        var token = InvitationTokens.New();
        work.Db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(now),
            TokenHash = InvitationTokens.HashOf(token),
            CreatedBy = adminId,
            Note = note.Length == 0 ? null : note,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        });
        work.Record(AuditAction.InvitationMade, note.Length == 0 ? "invitation" : note, null, null);
        await work.CommitAsync(cancellationToken);
        return new AdminResult.Invited(token);
    }

    /// <summary>The newest hundred, open and past.</summary>
    public async Task<IReadOnlyList<InvitationRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Invitations.AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(100)
            .Select(row => new InvitationRow(row.Id, row.Note,
                db.Users.Where(user => user.Id == row.CreatedBy).Select(user => user.UserName!).First(), row.CreatedAt, row.ExpiresAt, row.UsedAt,
                db.Users.Where(user => user.Id == row.UsedBy).Select(user => user.UserName).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One that was used stays in the list: it says how somebody came in.</summary>
    public async Task<AdminResult> RevokeAsync(Guid adminId, Guid invitationId, CancellationToken cancellationToken = default)
    {
        await using var work = await AdminWork.BeginAsync(databases, adminId, time.GetUtcNow(), cancellationToken);
        if (work is null) return new AdminResult.NotFound();
        var unused = work.Db.Invitations.Where(row => row.Id == invitationId && row.UsedAt == null);
        var row = await unused.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null || await unused.ExecuteDeleteAsync(cancellationToken) == 0) return new AdminResult.NotFound();
        work.Record(AuditAction.InvitationRevoked, row.Note ?? "invitation", null, null);
        await work.CommitAsync(cancellationToken);
        return new AdminResult.Done();
    }
}
