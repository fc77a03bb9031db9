namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>A memo that a draft is made from.</summary>
/// <param name="Id">The memo's.</param>
/// <param name="WrittenAt">With the offset of the place where its person was, so that its hour is theirs.</param>
/// <param name="Text">Markdown.</param>
internal sealed record DraftMemo(Guid Id, DateTimeOffset WrittenAt, string Text)
{
    /// <summary>The revision the text is of.</summary>
    public int? Revision { get; init; }
}
