using Mosaic.Data.Diary;
using Mosaic.Web.Platform.Api;

namespace Mosaic.Web.Features.Diary;

/// <summary>What somebody changes of the page of a day. What is not given stays.</summary>
/// <param name="Date">Which day.</param>
/// <param name="BaseRevision">The revision it began from; 0 where there was no page.</param>
public sealed record DiaryEdit(DateOnly Date, int BaseRevision)
{
    /// <summary>For a new page, made by a device.</summary>
    public Guid? Id { get; init; }

    public string? Summary { get; init; }
    public Given<string?> MoodKey { get; init; }
    public Given<int?> MoodScore { get; init; }

    /// <summary>False hands the page back to the nights.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>A draft is taken as it is.</summary>
    public bool Keeps { get; init; }

    /// <summary>Also when the page has changed since.</summary>
    public bool Overwrite { get; init; }

    public string Source { get; init; } = DiaryRevision.Human;
    public int? RestoredFrom { get; init; }
}
