using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.History;

/// <summary>How a revision of a page is spoken of.</summary>
public static class DiaryRevisionWords
{
    public static string MadeBy(DiaryRevision revision) => revision.Source switch
    {
        DiaryRevision.Restore when revision.RestoredFrom is { } from => $"Restored from {from}",
        DiaryRevision.Restore => "Restored",
        DiaryRevision.Api => "API",
        DiarySource.Ai => "AI",
        DiarySource.Offline => "Offline helper",
        _ => "You",
    };
}
