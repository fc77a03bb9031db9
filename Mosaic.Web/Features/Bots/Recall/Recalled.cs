using Mosaic.Data.Bots;
using Mosaic.Web.Features.Search.Recall;

namespace Mosaic.Web.Features.Bots.Recall;

/// <summary>What a bot has in mind when it answers.</summary>
/// <param name="Passages">The best first, with what each was chosen by.</param>
/// <param name="Trouble">Why nothing could be looked for, in a sentence.</param>
public sealed record Recalled(IReadOnlyList<(NearPassage Passage, double Score)> Passages, string? Trouble)
{
    public static Recalled Nothing { get; } = new([], null);

    /// <summary>What is kept of it with an answer.</summary>
    public IReadOnlyList<RecalledMemo> Kept => [.. Passages.Select(one => new RecalledMemo(one.Passage.MemoId, one.Passage.Revision, one.Passage.Position, one.Passage.WrittenAt, Math.Round(one.Score, 4)))];

    /// <summary>That of it which was read, of these memos: one that was kept from AI in the last moment was not, and the numbers move up.</summary>
    public Recalled ReadOf(IEnumerable<Guid> memoIds)
    {
        var read = memoIds.ToHashSet();
        return this with { Passages = [.. Passages.Where(one => read.Contains(one.Passage.MemoId))] };
    }
}
