using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>
/// Keeps what is being written. There is one draft a person and memo, and one for the composer of new memos. Who writes over a draft names
/// the version they saw: two windows never destroy each other's text unseen.
/// </summary>
public sealed class DraftService(IDbContextFactory<MosaicDb> databases, TimeProvider time)
{
    /// <summary>The most files one memo carries.</summary>
    public const int MaxFiles = 100;

    /// <summary>The draft of a memo under edit, or of the composer (<paramref name="memoId"/> null). One that was saved already is dropped and not returned.</summary>
    public async Task<Draft?> FindAsync(Guid userId, Guid? memoId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await LoadAsync(db, userId, memoId, cancellationToken) is not { } draft) return null;
        var saved = await db.IsSavedAsync(
            userId, draft.TargetId, MemoRules.CleanContent(draft.Content), [.. draft.Files.Select(file => file.Id)], draft.AiExcluded, cancellationToken);
        if (!saved)
        {
            // An older text of a memo that was saved since becomes a memo of its own.
            return memoId is null && await db.Memos.AnyAsync(memo => memo.Id == draft.TargetId, cancellationToken)
                ? draft with { TargetId = Guid.CreateVersion7() }
                : draft;
        }

        await db.MemoDrafts.DraftOf(userId, memoId).Where(row => row.UpdatedAt == draft.KeptAt).ExecuteDeleteAsync(cancellationToken);
        return null;
    }

    /// <summary>Keeps a draft, unless another window's draft would be overwritten unseen.</summary>
    public async Task<KeepResult> KeepAsync(Guid userId, Guid? memoId, DraftEdit edit, CancellationToken cancellationToken = default)
    {
        if (edit.Content.Length > MemoDraft.MaxLength)
        {
            return new KeepResult.Refused(string.Create(
                CultureInfo.InvariantCulture, $"A draft may have {MemoDraft.MaxLength:N0} characters; this one is kept in your browser only."));
        }

        if (edit.ResourceIds.Count > MaxFiles) return new KeepResult.Refused($"A memo carries up to {MaxFiles} files.");
        if (memoId is not null && edit.TargetId != memoId) return new KeepResult.NotFound();
        edit = edit with { Content = MemoRules.CleanContent(edit.Content) };

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (memoId is not null && !await db.Memos.AnyAsync(memo => memo.Id == memoId && memo.UserId == userId, cancellationToken))
            return new KeepResult.NotFound();

        var nothing = memoId is null && edit.Content.Length == 0 && edit.ResourceIds.Count == 0;
        if (nothing || await db.IsSavedAsync(userId, edit.TargetId, edit.Content, edit.ResourceIds, edit.AiExcluded, cancellationToken))
        {
            await DiscardAsync(userId, memoId, edit.Seen, cancellationToken);
            return new KeepResult.Saved();
        }

        if (memoId is null && await db.Memos.AnyAsync(memo => memo.Id == edit.TargetId, cancellationToken)) return new KeepResult.Taken();

        // The row may come or go between a look and a write: then look again.
        for (var attempt = 0; ; attempt++)
        {
            if (await TryWriteAsync(db, userId, memoId, edit, attempt, cancellationToken) is { } result) return result;
        }
    }

    /// <summary>Deletes the draft if it is still the one that was seen; a newer one of another window stays.</summary>
    /// <returns>Whether there was such a draft.</returns>
    public async Task<bool> DiscardAsync(Guid userId, Guid? memoId, string? seen, CancellationToken cancellationToken = default)
    {
        if (Draft.TimeOf(seen) is not { } seenAt) return false;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.MemoDrafts.DraftOf(userId, memoId).Where(draft => draft.UpdatedAt == seenAt).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    private async Task<KeepResult?> TryWriteAsync(
        MosaicDb db, Guid userId, Guid? memoId, DraftEdit edit, int attempt, CancellationToken cancellationToken)
    {
        var now = Now(edit.Seen);
        var resourceIds = edit.ResourceIds.ToArray();
        if (Draft.TimeOf(edit.Seen) is { } seenAt)
        {
            var written = await db.MemoDrafts.DraftOf(userId, memoId).Where(draft => draft.UpdatedAt == seenAt).ExecuteUpdateAsync(
                row => row.SetProperty(draft => draft.TargetId, edit.TargetId)
                    .SetProperty(draft => draft.Content, edit.Content)
                    .SetProperty(draft => draft.ResourceIds, resourceIds)
                    .SetProperty(draft => draft.AiExcluded, edit.AiExcluded)
                    .SetProperty(draft => draft.BaseRevision, edit.BaseRevision)
                    .SetProperty(draft => draft.UpdatedAt, now),
                cancellationToken);
            if (written == 1) return new KeepResult.Kept(Draft.VersionOf(now), now);
        }

        if (await LoadAsync(db, userId, memoId, cancellationToken) is { } other)
        {
            // The same words from another window, or our own whose answer was lost on the way.
            return other.Content == edit.Content && other.Files.Select(file => file.Id).SequenceEqual(edit.ResourceIds)
                && other.TargetId == edit.TargetId && other.AiExcluded == edit.AiExcluded
                ? new KeepResult.Kept(other.Version, other.KeptAt)
                : new KeepResult.Differs(other);
        }

        db.MemoDrafts.Add(new MemoDraft
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            MemoId = memoId,
            TargetId = edit.TargetId,
            Content = edit.Content,
            ResourceIds = resourceIds,
            AiExcluded = edit.AiExcluded,
            BaseRevision = edit.BaseRevision,
            CreatedAt = now,
            UpdatedAt = now,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new KeepResult.Kept(Draft.VersionOf(now), now);
        }
        catch (DbUpdateException) when (attempt < 3)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private static async Task<Draft?> LoadAsync(MosaicDb db, Guid userId, Guid? memoId, CancellationToken cancellationToken)
    {
        var row = await db.MemoDrafts.AsNoTracking().DraftOf(userId, memoId).SingleOrDefaultAsync(cancellationToken);
        if (row is null) return null;
        var files = await db.DraftFilesAsync(userId, row.ResourceIds, cancellationToken);
        return new Draft(row.TargetId, row.Content, files, row.AiExcluded, row.BaseRevision, row.UpdatedAt);
    }

    /// <summary>Now, in the microseconds the database keeps, and later than the version it follows.</summary>
    private DateTimeOffset Now(string? seen)
    {
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        return Draft.TimeOf(seen) is { } seenAt && seenAt >= now ? seenAt.AddMicroseconds(1) : now;
    }
}
