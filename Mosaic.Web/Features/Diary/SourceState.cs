namespace Mosaic.Web.Features.Diary;

/// <summary>What became of a memo that a page was made of.</summary>
public enum SourceState
{
    There,

    /// <summary>Its text was changed after it was read.</summary>
    Changed,

    KeptFromAi,
    InTrash,

    /// <summary>Deleted for good.</summary>
    Gone,
}
