using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary;

/// <summary>How a change of a page ended.</summary>
public abstract record DiaryResult
{
    private DiaryResult()
    {
    }

    public sealed record Saved(DiaryPage Page) : DiaryResult;

    /// <summary>The page changed since the edit began; nothing was written.</summary>
    public sealed record Conflict(DiaryPage Current) : DiaryResult;

    /// <summary>There is no such page, or it is in the trash.</summary>
    public sealed record NotFound : DiaryResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : DiaryResult;
}
