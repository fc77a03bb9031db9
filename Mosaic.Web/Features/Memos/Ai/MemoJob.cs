namespace Mosaic.Web.Features.Memos.Ai;

/// <summary>What a job about one memo is given.</summary>
public sealed record MemoJob(Guid MemoId);
