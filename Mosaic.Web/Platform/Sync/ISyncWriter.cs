namespace Mosaic.Web.Platform.Sync;

/// <summary>
/// Takes what devices changed of one kind of row, through the same service that pages use, in one transaction a change. A slice that has
/// none is read by devices and not written. Registered as a scoped service.
/// </summary>
public interface ISyncWriter
{
    /// <summary>The name under which the rows are known, as in <see cref="Data.Sync.ISynced"/>.</summary>
    string Entity { get; }

    /// <summary>Does one change, or says why not. Doing the same change twice must do no harm.</summary>
    Task<PushOutcome> ApplyAsync(Guid userId, SyncChange change, CancellationToken cancellationToken);
}
