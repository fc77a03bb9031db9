namespace Mosaic.Data.Chat;

/// <summary>Something an answer was given to read.</summary>
/// <param name="Kind">One of <c>memo</c>, <c>document</c> and <c>memory</c>.</param>
/// <param name="Id">The memo, the document, or the memory.</param>
/// <param name="Title">What a list calls it: of a memo nothing, of a document its title and place.</param>
/// <param name="Revision">Of a memo.</param>
/// <param name="Position">Which passage it is, from 0.</param>
/// <param name="WrittenAt">When a memo was written first or a memory made.</param>
/// <param name="Score">What it was chosen by, 0 to 1.</param>
public sealed record MessageSource(string Kind, Guid Id, string Title, int? Revision, int Position, DateTimeOffset? WrittenAt, double Score)
{
    public const string Memo = "memo";
    public const string Document = "document";
    public const string Memory = "memory";

    /// <summary>Where it opens, relative to the site.</summary>
    public string Address => Kind switch
    {
        Memo => $"memos/{Id}?revision={Revision}&passage={Position}",
        Document => $"chat/documents/{Id}#chunk-{Position}",
        _ => $"chat/memory#memory-{Id}",
    };
}
