using Mosaic.Data.Memos;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.Jobs;

namespace Mosaic.Web.Features.Search;

/// <summary>The door of the search slice. So far it keeps the index of meaning; what finds things in it comes next.</summary>
public static class SearchFeature
{
    public static void AddSearch(this IServiceCollection services)
    {
        services.AddScoped<IAfterMemoSaved, IndexStep>();
        services.AddScoped<Reindexing>();
        services.AddScoped<MemoIndex>();
        services.AddJob<IndexMemo>(IndexMemo.Kind, IndexMemo.Title);
        services.AddJob<IndexAll>(IndexAll.Kind, IndexAll.Title);
    }
}
