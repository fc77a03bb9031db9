namespace Mosaic.Web.Features.Chat.Memories;

/// <summary>How a change of a fact ended.</summary>
public abstract record MemoryResult
{
    private MemoryResult()
    {
    }

    public sealed record Saved(MemoryEntry Memory) : MemoryResult;

    /// <summary>There is no such fact, bot or conversation, or it is gone, or another person's.</summary>
    public sealed record NotFound : MemoryResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : MemoryResult;
}
