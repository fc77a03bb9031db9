namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>A memo as a step read it. What the step makes of it holds for this revision only.</summary>
internal sealed record ReadMemo(Guid UserId, Guid Id, int Revision, string Content, IReadOnlyList<string> Tags, DateTimeOffset CreatedAt)
{
    /// <summary>The revision tags were last proposed for, whatever became of them.</summary>
    public int? TagsRevision { get; init; }

    /// <summary>The revision that was last summed up.</summary>
    public int? SummaryRevision { get; init; }
}
