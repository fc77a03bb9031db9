using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.History;

/// <summary>Some revisions, newest first. <see cref="LengthBefore"/> is the length of the one below the last, null where there is none.</summary>
public sealed record RevisionPage(IReadOnlyList<RevisionLine> Lines, int? LengthBefore, bool HasMore);
