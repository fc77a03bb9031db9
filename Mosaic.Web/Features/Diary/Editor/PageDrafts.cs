using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Web.Features.Diary.Editor;

/// <summary>Keeps what is being written on pages until it is saved.</summary>
public sealed class PageDrafts(IDbContextFactory<MosaicDb> databases, TimeProvider clock)
{
    public async Task<DiaryDraft?> FindAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.DiaryDrafts.AsNoTracking().SingleOrDefaultAsync(draft => draft.UserId == userId && draft.Date == date, cancellationToken);
    }

    /// <summary>Keeps the newest text; a sentence when it cannot be kept.</summary>
    public async Task<string?> KeepAsync(Guid userId, DateOnly date, string content, int baseRevision, CancellationToken cancellationToken = default)
    {
        if (DiaryRules.RefuseDay(date, clock.GetUtcNow()) is { } refusal) return refusal;
        if (content.Length > DiaryDraft.MaxLength) return "A page may have 50,000 characters. This text is kept in your browser only.";
        var clean = MemoRules.CleanContent(content);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO diary_drafts (user_id, date, content, base_revision, updated_at) VALUES ({userId}, {date}, {clean}, {baseRevision}, {clock.GetUtcNow()})
            ON CONFLICT (user_id, date) DO UPDATE SET content = excluded.content, base_revision = excluded.base_revision, updated_at = excluded.updated_at
            """, cancellationToken);
        return null;
    }

    public async Task DiscardAsync(Guid userId, DateOnly date, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.DiaryDrafts.Where(draft => draft.UserId == userId && draft.Date == date).ExecuteDeleteAsync(cancellationToken);
    }
}
