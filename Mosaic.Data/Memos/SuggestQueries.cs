using Microsoft.EntityFrameworkCore;

namespace Mosaic.Data.Memos;

/// <summary>What a composer offers while somebody types.</summary>
public static class SuggestQueries
{
    /// <summary>How far into a memo its link is looked for, in characters.</summary>
    private const int Beginning = 200;

    /// <summary>Tags that hold the words, with their parents counted in: those that begin with them first, then the most used.</summary>
    public static IQueryable<TagSuggestion> SuggestTags(this MosaicDb db, Guid userId, string words)
    {
        var pattern = words.ToLowerInvariant();
        return db.Memos
            .Where(memo => memo.UserId == userId && memo.DeletedAt == null)
            .SelectMany(memo => memo.TagPaths)
            .Where(tag => tag.Contains(pattern))
            .GroupBy(tag => tag)
            .Select(group => new { Tag = group.Key, Count = group.Count() })
            .OrderByDescending(tag => tag.Tag.StartsWith(pattern)).ThenByDescending(tag => tag.Count).ThenBy(tag => tag.Tag)
            .Select(tag => new TagSuggestion(tag.Tag, tag.Count));
    }

    /// <summary>Memos whose beginning holds the words, newest first. The label is the raw beginning.</summary>
    public static IQueryable<MemoSuggestion> SuggestMemos(this MosaicDb db, Guid userId, string words)
    {
        var pattern = "%" + words.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";
        return db.Memos.AsNoTracking()
            .Where(memo => memo.UserId == userId && memo.DeletedAt == null && EF.Functions.ILike(memo.Content.Substring(0, Beginning), pattern, "\\"))
            .OrderByDescending(memo => memo.CreatedAt).ThenByDescending(memo => memo.Id)
            .Select(memo => new MemoSuggestion(memo.Id, memo.Content.Substring(0, Beginning), memo.CreatedAt));
    }
}
