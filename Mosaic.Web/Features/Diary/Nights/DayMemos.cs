using Microsoft.EntityFrameworkCore;
using Mosaic.Data;
using Mosaic.Data.Diary;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Web.Features.Diary.Nights;

/// <summary>Which memos belong to which day.</summary>
internal static class DayMemos
{
    /// <summary>By day, both ends included; days without memos are left out.</summary>
    public static async Task<ILookup<DateOnly, DayMemo>> DaysAsync(this MosaicDb db, Person person, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var memos = await db.DayMemos(person.Id, person.SpanOf(from).From.ToUniversalTime(), person.SpanOf(to).To.ToUniversalTime(), from, to).ToListAsync(cancellationToken);
        return memos.ToLookup(memo => memo.DiaryDate ?? person.DiaryDayOf(memo.WrittenAt));
    }

    public static async Task<IReadOnlyList<DayMemo>> DayAsync(this MosaicDb db, Person person, DateOnly date, CancellationToken cancellationToken) =>
        [.. (await db.DaysAsync(person, date, date, cancellationToken))[date]];
}
