using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos;

/// <summary>How a saving ended.</summary>
public abstract record SaveResult
{
    private SaveResult()
    {
    }

    public sealed record Saved(MemoCard Memo) : SaveResult;

    /// <summary>The memo changed since the edit began; nothing was written.</summary>
    public sealed record Conflict(MemoCard Current) : SaveResult;

    /// <summary>No such memo, not theirs, or in the trash.</summary>
    public sealed record NotFound : SaveResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : SaveResult;
}
