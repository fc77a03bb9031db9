namespace Mosaic.Data.Memos;

/// <summary>A memo that was saved, as far as a decision about later work needs it. <paramref name="Length"/> is of the content, in UTF-16 code units.</summary>
public sealed record SavedMemo(Guid UserId, Guid Id, int Revision, int Length, bool HasTags, DateTimeOffset WrittenAt);
