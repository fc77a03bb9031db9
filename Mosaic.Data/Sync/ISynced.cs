namespace Mosaic.Data.Sync;

/// <summary>
/// A row that devices keep a copy of. An entity joins by this interface and by <c>SELECT join_sync('table', 'entity')</c> in the script
/// that makes its table. What a device gets is the row as JSON, without what <see cref="UnsyncedAttribute"/> keeps back.
/// </summary>
public interface ISynced
{
    /// <summary>The name devices know it by, such as <c>memo</c>; the one given to <c>join_sync</c>.</summary>
    static abstract string EntityName { get; }

    Guid Id { get; }

    Guid UserId { get; }

    long ChangeSeq { get; }
}
