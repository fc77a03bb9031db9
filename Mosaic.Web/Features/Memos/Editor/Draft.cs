using System.Globalization;
using Mosaic.Data.Memos;

namespace Mosaic.Web.Features.Memos.Editor;

/// <summary>What somebody was writing and has not saved.</summary>
/// <param name="TargetId">The id the memo has or will get.</param>
/// <param name="Content">Up to <see cref="MemoDraft.MaxLength"/> characters, so also more than a memo may hold.</param>
/// <param name="Files">In the order the memo will show them.</param>
/// <param name="AiExcluded">The memo is to be kept from AI.</param>
/// <param name="BaseRevision">The revision the edit began from; 0 for a new memo.</param>
/// <param name="KeptAt">When the server last took it.</param>
public sealed record Draft(
    Guid TargetId, string Content, IReadOnlyList<MemoFile> Files, bool AiExcluded, int BaseRevision, DateTimeOffset KeptAt)
{
    /// <summary>Names this state of the draft. Who writes over it says which one they saw.</summary>
    public string Version => VersionOf(KeptAt);

    internal static string VersionOf(DateTimeOffset keptAt) => keptAt.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>The time behind a version; null when it names none.</summary>
    internal static DateTimeOffset? TimeOf(string? version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;
}
