using Mosaic.Data.Jobs;

namespace Mosaic.Data.Memos;

/// <summary>
/// What is to be done once memos have a new text, or may be read by AI again. The jobs are put in with the memo's own transaction; each
/// reads the memo anew when it runs, and gives up what it made when the memo has changed since.
/// </summary>
public interface IAfterMemoSaved
{
    /// <summary>Which steps come first: tags 10, summary 20, embedding 30, replies 40.</summary>
    int Order { get; }

    /// <summary>The jobs for these memos, all of one person and none of them kept from AI.</summary>
    ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken);
}
