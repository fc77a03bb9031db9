namespace Mosaic.Data.Bots;

/// <summary>A passage that a bot recalled for an answer.</summary>
/// <param name="MemoId">Whose passage it is.</param>
/// <param name="Revision">The revision that says it.</param>
/// <param name="Position">Which passage of that revision it is, from 0.</param>
/// <param name="WrittenAt">When its memo was written first.</param>
/// <param name="Score">What it was chosen by, 0 to 1.</param>
public sealed record RecalledMemo(Guid MemoId, int Revision, int Position, DateTimeOffset WrittenAt, double Score)
{
    /// <summary>Where the passage opens.</summary>
    public string Address => $"/memos/{MemoId}?revision={Revision}&passage={Position}";
}
