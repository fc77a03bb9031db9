using Mosaic.Web.Features.Search.Find;

namespace Mosaic.Web.Features.Search.Pages;

/// <summary>The searches of one open page, one after the other: only the newest counts, and what an older one still answers is dropped.</summary>
internal sealed class SearchRun : IDisposable
{
    private CancellationTokenSource _asking = new();

    /// <summary>The newest answer; of the search before until the first answer of this one is there.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>What <see cref="Result"/> is an answer to; null before the first.</summary>
    public SearchAddress? Answered { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>Why there is no answer.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Takes over what was found before this page was alive.</summary>
    public void Take(SearchAddress asked, SearchResult? result) => (Answered, Result) = (asked, result);

    /// <summary>Asks, tells of each answer, and returns when it is over or overtaken.</summary>
    public async Task AskAsync(SearchAddress asked, Func<CancellationToken, IAsyncEnumerable<SearchResult?>> ask, Action changed)
    {
        var before = _asking;
        var own = _asking = new CancellationTokenSource();
        _ = CancelAsync(before);
        (IsBusy, Failure) = (true, null);
        changed();
        try
        {
            await foreach (var result in ask(own.Token))
            {
                if (own != _asking) return;
                (Answered, Result) = (asked, result);
                changed();
            }
        }
        catch (Exception failed)
        {
            if (own != _asking || failed is OperationCanceledException) return;
            (Failure, Answered, Result) = (failed, asked, null);
        }
        if (own != _asking) return;
        IsBusy = false;
        changed();
    }

    /// <summary>Not waited for: what it ends may take a round trip to the database.</summary>
    private static async Task CancelAsync(CancellationTokenSource asking)
    {
        await asking.CancelAsync();
        asking.Dispose();
    }

    public void Dispose()
    {
        _ = CancelAsync(_asking);
        // Whoever still waits is overtaken.
        _asking = new CancellationTokenSource();
    }
}
