using Mosaic.Data.Jobs;
using Mosaic.Data.Memos;
using Mosaic.Web.Features.Diary.Days;
using Mosaic.Web.Platform.CurrentUser;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Diary.Nights;

/// <summary>A memo puts its day in line: when the day is over, or soon when it is over already.</summary>
internal sealed class NightStep(AppSettingsReader settings, People people, TimeProvider clock) : IAfterMemoSaved
{
    /// <summary>Somebody who adds to a day that is over often adds more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public int Order => 50;

    public async ValueTask<IReadOnlyList<NewJob>> JobsAsync(IReadOnlyList<SavedMemo> memos, CancellationToken cancellationToken)
    {
        if (!(await settings.GetAsync(cancellationToken)).AutoDiary || await people.FindAsync(memos[0].UserId, cancellationToken) is not { } person) return [];
        var soon = clock.GetUtcNow() + Patience;
        var due = memos.Min(memo => person.DueAt(person.DiaryDayOf(memo.WrittenAt)));
        return [PlanNight.For(person.Id, due > soon ? due : soon)];
    }
}
