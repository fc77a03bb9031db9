namespace Mosaic.Web.Features.Memos.History;

/// <summary>How a change to the history ended.</summary>
public abstract record HistoryResult
{
    private HistoryResult()
    {
    }

    /// <summary>It is done; <paramref name="Newest"/> is the number of the memo's newest revision now.</summary>
    public sealed record Done(int Newest) : HistoryResult;

    /// <summary>No such memo or revision, or not theirs.</summary>
    public sealed record NotFound : HistoryResult;

    /// <summary>A rule refused it; the sentence says which and what to do.</summary>
    public sealed record Refused(string Sentence) : HistoryResult;
}
