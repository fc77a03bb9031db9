using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Data.Search;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Features.Search.Index;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Search;

/// <summary>An app whose memos are written with all their columns and indexed at once, and searched as a page does.</summary>
public sealed class SearchGround(TestCluster cluster) : IAsyncLifetime
{
    private readonly IndexGround _index = new(cluster);

    public MosaicApp App => _index.App;

    public ValueTask InitializeAsync() => _index.InitializeAsync();

    public ValueTask DisposeAsync() => _index.DisposeAsync();

    public async Task<Person> PersonAsync(string name) => (await App.Services.GetRequiredService<People>().FindAsync(App.Person(name).Id))!;

    /// <summary>Writes memos of one person and puts them into the index of meaning, as far as they belong there.</summary>
    public async Task<IReadOnlyList<Guid>> WriteAsync(string name, params Memo[] memos)
    {
        await using (var db = App.Database.CreateDbContext())
        {
            db.AddRange(memos);
            await db.SaveChangesAsync();
        }
        await using var scope = App.Services.CreateAsyncScope();
        foreach (var batch in memos.Chunk(64)) await scope.ServiceProvider.GetRequiredService<MemoIndex>().IndexAsync(App.Person(name).Id, [.. batch.Select(memo => memo.Id)], default);
        return [.. memos.Select(memo => memo.Id)];
    }

    public Memo Memo(string name, string content, params string[] tags) => new()
    {
        Id = Guid.CreateVersion7(),
        UserId = App.Person(name).Id,
        Content = content,
        Tags = tags,
        CreatedAt = App.Clock.GetUtcNow(),
        UpdatedAt = App.Clock.GetUtcNow(),
    };

    public async Task<SearchResult> SearchAsync(string name, string query, SearchLegs legs = SearchLegs.Both, int limit = 50)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SearchService>().SearchAsync(await PersonAsync(name), query, limit, legs);
    }
}
