using System.Globalization;
using System.Text.RegularExpressions;
using Mosaic.Web.Platform.Ai;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What a model is told to do with the memos of a day.</summary>
internal static partial class DraftPrompt
{
    /// <summary>Sources are numbered in the order of the memos. Of the keys of moods those are offered that <see cref="Offered"/> lets through.</summary>
    public static AiRequest For(Guid userId, IReadOnlyList<DraftMemo> memos, IEnumerable<string> moodKeys) => new(AiPurpose.Diary, userId)
    {
        Instructions = $$"""
            Write the diary page of one day from its memos, which are the sources. The heading of each block holds its number and its time in UTC; the clock of the person who wrote them was at UTC{{OffsetOf(memos)}}.
            Answer with JSON only, in this form:
            {"paragraphs":[[{"text":"…","memos":[1,2]}]],"mood":"joy","score":7}
            "paragraphs": two or three, in the order of the day; each is a list of sentences.
            "text": one sentence of plain text, in the language of the memos, in the first person, as the person who wrote them.
            "memos": the numbers of the sources that the sentence came from, at least one.
            "mood": the mood of the day, one of: {{string.Join(", ", Offered(moodKeys))}}.
            "score": how good the day was, a whole number from {{DraftLimits.LowestScore}}, a very bad day, to {{DraftLimits.HighestScore}}, a very good one.
            Invent nothing: no event, person, feeling or reason that the memos do not name. Leave out what does not belong in a diary.
            """,
        Sources = [.. memos.Select(memo => new AiSource("memo", memo.Id, memo.Text) { WrittenAt = memo.WrittenAt, Revision = memo.Revision })],
    };

    /// <summary>People name their own moods, and what they wrote is no part of instructions: only keys too short to say something to a model.</summary>
    public static IReadOnlyList<string> Offered(IEnumerable<string> moodKeys) => [.. moodKeys.Where(key => Slug().IsMatch(key)).Distinct()];

    private static string OffsetOf(IReadOnlyList<DraftMemo> memos)
    {
        var offset = memos.Count == 0 ? TimeSpan.Zero : memos[0].WrittenAt.Offset;
        return (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]{0,19}(?:-[a-z0-9]{1,20})?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Slug();
}
