using System.Globalization;
using Mosaic.Data.Diary;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>What the house and a person want of nights.</summary>
/// <param name="IsOn">Both want drafts.</param>
/// <param name="MinMemos">The fewest memos that make a draft.</param>
/// <param name="MinCharacters">How long just so many have to be together; more of them need no length.</param>
/// <param name="Archives">Memos that a draft was made of go to the archive.</param>
public sealed record DraftWish(bool IsOn, int MinMemos, int MinCharacters, bool Archives)
{
    /// <summary>Why these memos, all of one day, make no draft; null when they do.</summary>
    public DraftRefusal? Refuse(IReadOnlyList<DayMemo> memos)
    {
        if (!IsOn) return new DraftRefusal(DiaryNight.SwitchedOff, "Drafts are switched off.");
        var readable = memos.Where(memo => !memo.IsKeptFromAi).ToList();
        if (readable.Count == 0 && memos.Count > 0)
            return new DraftRefusal(DiaryNight.KeptFromAi, memos.Count == 1 ? "The only memo of this day is kept from AI." : $"All {memos.Count} memos of this day are kept from AI.");
        if (readable.Count < MinMemos) return TooLittle($"A draft takes {Memos(MinMemos)}; this day has {Memos(readable.Count)} that may be read.");
        var characters = readable.Sum(memo => memo.Length);
        return readable.Count > MinMemos || characters >= MinCharacters ? null
            : TooLittle(string.Create(CultureInfo.InvariantCulture, $"A draft of {Memos(MinMemos)} takes {MinCharacters:N0} characters; this day has {characters:N0}."));
    }

    private static string Memos(int count) => count == 1 ? "1 memo" : $"{count} memos";

    private static DraftRefusal TooLittle(string sentence) => new(DiaryNight.TooLittle, sentence);
}
