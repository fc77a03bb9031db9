using System.Collections.Immutable;
using Mosaic.Data.Memos;

namespace Mosaic.Tests.Sync;

/// <summary>A change that waits to be pushed. <see cref="ClientChangeId"/> is never used for another one, also not after a crash.</summary>
internal sealed record DeviceChange(string ClientChangeId, Guid Id, string Op, int BaseRevision, ImmutableDictionary<string, object?>? Data)
{
    public string Entity { get; } = Memo.EntityName;

    public bool HasText() => Data?.ContainsKey("content") is true;

    /// <summary>The newest revision once this is done.</summary>
    public int RevisionAfter() => HasText() ? BaseRevision + 1 : BaseRevision;
}
