using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Drafts;

namespace Mosaic.Tests.Diary.Drafts;

public sealed class DraftWishTests
{
    [Theory]
    [InlineData("", DiaryNight.TooLittle, "A draft takes 2 memos; this day has 0 memos that may be read.")]
    [InlineData("500", DiaryNight.TooLittle, "A draft takes 2 memos; this day has 1 memo that may be read.")]
    [InlineData("74 75", DiaryNight.TooLittle, "A draft of 2 memos takes 150 characters; this day has 149.")]
    [InlineData("75 75", null, null)]
    [InlineData("1 1 1", null, null)]
    [InlineData("500 -500", DiaryNight.TooLittle, "A draft takes 2 memos; this day has 1 memo that may be read.")]
    [InlineData("-500", DiaryNight.KeptFromAi, "The only memo of this day is kept from AI.")]
    [InlineData("-500 -500", DiaryNight.KeptFromAi, "All 2 memos of this day are kept from AI.")]
    public void A_day_gets_a_draft_or_a_reason(string lengths, string? outcome, string? sentence) =>
        Assert.Equal(outcome is null ? null : new DraftRefusal(outcome, sentence!), new DraftWish(true, 2, 150, false).Refuse(Memos(lengths)));

    [Fact]
    public void Switched_off_is_said_before_all_else() =>
        Assert.Equal(DiaryNight.SwitchedOff, new DraftWish(false, 2, 150, false).Refuse(Memos("75 75"))?.Outcome);

    /// <summary>Lengths of memos; negative ones are kept from AI.</summary>
    private static DayMemo[] Memos(string lengths) => [.. lengths.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(length => int.Parse(length, System.Globalization.CultureInfo.InvariantCulture))
        .Select(length => new DayMemo(Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, null, length < 0, false, Math.Abs(length), [], DateTimeOffset.UnixEpoch))];
}
