using Mosaic.Data.Memos;
using Mosaic.Web.Features.Diary.CheckIns;
using Mosaic.Web.Features.Diary.Drafts;
using Mosaic.Web.Features.Diary.Editor;
using Mosaic.Web.Features.Diary.History;
using Mosaic.Web.Features.Diary.Moods;
using Mosaic.Web.Features.Diary.Nights;
using Mosaic.Web.Features.Diary.Sync;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Diary;

/// <summary>The door of the diary slice: pages, moods, check-ins, and the nights that draft.</summary>
public static class DiaryFeature
{
    public static void AddDiary(this IServiceCollection services)
    {
        services.AddScoped<DiaryService>().AddScoped<DiaryReading>().AddScoped<DiaryPages>().AddScoped<DiaryHistory>();
        services.AddHostedService<DiarySweeper>();
        services.AddScoped<MoodService>().AddScoped<CheckInService>().AddScoped<PageDrafts>();
        services.AddScoped<DraftDesk>().AddScoped<DraftWishes>().AddScoped<DraftMaker>().AddScoped<DraftWriter>();
        services.AddScoped<IAfterMemoSaved, NightStep>();
        services.AddJob<PlanNight>(PlanNight.Kind, PlanNight.Title);
        services.AddJob<DraftDay>(DraftDay.Kind, DraftDay.Title);
        services.AddScoped<ISyncWriter, DiarySyncWriter>().AddScoped<ISyncWriter, MoodEntrySyncWriter>();
    }

    public static void MapDiary(this IEndpointRouteBuilder routes) => routes.MapPageDrafts();
}
