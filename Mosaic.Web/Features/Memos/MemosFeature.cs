using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos.Ai;
using Mosaic.Web.Features.Memos.Editor;
using Mosaic.Web.Features.Memos.Endpoints;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Features.Memos.Parts;
using Mosaic.Web.Features.Memos.Sync;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Jobs;
using Mosaic.Web.Platform.Sync;

namespace Mosaic.Web.Features.Memos;

/// <summary>The door of the memos slice.</summary>
public static class MemosFeature
{
    public static void AddMemos(this IServiceCollection services)
    {
        services.AddScoped<MemoService>();
        services.AddScoped<MemoSteps>();
        services.AddScoped<IAfterMemoSaved, TagStep>();
        services.AddScoped<IAfterMemoSaved, SummaryStep>();
        services.AddScoped<MemoReading>();
        services.AddScoped<KnownTags>();
        services.AddScoped<TagProposals>();
        services.AddJob<ProposeTags>(ProposeTags.Kind, ProposeTags.Title);
        services.AddJob<Summarise>(Summarise.Kind, Summarise.Title);
        services.AddScoped<MemoShelf>();
        services.AddScoped<MemoPurge>();
        services.AddScoped<MemoLists>();
        services.AddScoped<MemoAttachments>();
        services.AddScoped<HistoryService>();
        services.AddScoped<HistoryChoice>();
        services.AddScoped<DraftService>();
        services.AddScoped<SuggestService>();
        services.AddScoped<TagService>();
        services.AddScoped<TagMoves>();
        services.AddScoped<MemoTasks>();
        services.AddScoped<MemoActions>();
        services.AddScoped<ISyncWriter, MemoSyncWriter>();
        services.AddScoped<INavigationCount, MemoCount>();
        services.AddHostedService<MemoSweeper>();
    }

    public static void MapMemos(this IEndpointRouteBuilder routes)
    {
        routes.MapDrafts();
        routes.MapPeek();
        routes.MapExport();
    }
}
