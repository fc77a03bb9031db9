namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>How the writing of a draft ended.</summary>
internal enum DraftWriting
{
    Written,

    /// <summary>Somebody wrote, kept, locked or deleted the page meanwhile; nothing was written.</summary>
    PageChanged,

    /// <summary>A memo was deleted or kept from AI meanwhile; nothing was written.</summary>
    MemosChanged,
}
