using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Web.Features.Search.Ask;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Features.Search.Kept;
using Mosaic.Web.Features.Search.Palette;
using Mosaic.Web.Features.Search.Recall;
using Mosaic.Web.Platform.Browser;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Search;

/// <summary>The door of the search slice: the index, and what finds things in it.</summary>
public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<IAfterMemoSaved, IndexStep>();
        services.AddSingleton<WordStems>().AddSingleton<QuestionPlaces>().AddSingleton<VectorShelf>();
        services.AddScoped<SearchService>();
        services.AddScoped<SourceFinder>().AddScoped<AskService>().AddScoped<RecallService>();
        services.AddScoped<KeptSearches>();
        services.AddScoped<INavigationLinks, SavedSearchLinks>();
        services.AddScoped<Reindexing>();
        services.AddScoped<MemoIndex>().AddScoped<PlacingService>();
        services.AddJob<IndexMemo>(IndexMemo.Kind, IndexMemo.Title);
        services.AddJob<IndexAll>(IndexAll.Kind, IndexAll.Title);
    }

    public static void MapSearch(this IEndpointRouteBuilder routes) => routes.MapPaletteHits();
}
