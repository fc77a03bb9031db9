using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>Some revisions, newest first. <see cref="LengthBefore"/> is the length of the one below the last, null where there is none.</summary>
public sealed record RevisionPage(IReadOnlyList<RevisionLine> Lines, int? LengthBefore, bool HasMore)
{
    /// <summary>Whether a prerendered page may hand it over in one message, which must stay small.</summary>
    public bool IsShort => Lines.Sum(line => line.Label?.Length ?? 0) <= 1_000;
}
