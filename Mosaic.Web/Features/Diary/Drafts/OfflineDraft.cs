using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Platform.Ai.Offline;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>The draft of the offline helper: the person's own sentences by part of the day, with a mood by their words.</summary>
internal static class OfflineDraft
{
    /// <summary>Null where the memos say nothing that makes a page.</summary>
    public static DayDraft? Of(IReadOnlyList<DraftMemo> memos)
    {
        var parts = OfflineDay.PartsOf(memos.Select(memo => ((DateTimeOffset?)memo.WrittenAt, memo.Text)));
        if (parts.Count == 0) return null;
        var mood = MoodLexicon.Judge(memos.Select(memo => memo.Text));
        var paragraphs = parts.Select(part => new DraftParagraph([.. part.Select(passage => new DraftSentence(passage.Text, [.. passage.Places.Select(place => memos[place].Id)]))]));
        return new DayDraft([.. paragraphs], mood.MoodKey, mood.Score, IsOffline: true);
    }
}
