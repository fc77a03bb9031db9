using Mosaic.Web.Features.Memos.Editor;
using Mosaic.Web.Features.Memos.History;
using Mosaic.Web.Features.Memos.Tags;

namespace Mosaic.Web.Features.Memos;

/// <summary>The door of the memos slice.</summary>
public static class MemosFeature
{
    public static void AddMemos(this IServiceCollection services)
    {
        services.AddScoped<MemoService>();
        services.AddScoped<MemoShelf>();
        services.AddScoped<MemoLists>();
        services.AddScoped<HistoryService>();
        services.AddScoped<HistoryChoice>();
        services.AddScoped<DraftService>();
        services.AddScoped<SuggestService>();
        services.AddScoped<TagService>();
        services.AddScoped<TagMoves>();
    }

    public static void MapMemos(this IEndpointRouteBuilder routes)
    {
        routes.MapDrafts();
    }
}
