using Mosaic.Web.Platform.Ai.Settings;
using Mosaic.Web.Platform.Settings;

namespace Mosaic.Web.Features.Diary.Drafts;

/// <summary>Puts together what the house and a person want of nights.</summary>
internal sealed class DraftWishes(AppSettingsReader settings, PersonAi people)
{
    public async Task<DraftWish> FindAsync(Guid userId, CancellationToken cancellationToken)
    {
        var (house, person) = (await settings.GetAsync(cancellationToken), await people.FindAsync(userId, cancellationToken));
        return new DraftWish(house.AutoDiary && person.AutoDiary, house.AutoDiaryMinMemos, house.AutoDiaryMinChars, person.DiaryArchives);
    }
}
