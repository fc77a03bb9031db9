using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Search;
using Mosaic.Tests.Ai.Gateway;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Search;
using Mosaic.Web.Features.Search.Find;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Search;

/// <summary>Vectors in memory come after the first search and go when another passage is placed.</summary>
public sealed class VectorShelfHttpTests(SearchGround ground) : IClassFixture<SearchGround>
{
    private MosaicApp App => ground.App;

    private Live Live => App.Services.GetRequiredService<Live>();

    [Fact]
    public async Task The_first_search_reads_them_and_a_new_passage_sends_them_away()
    {
        await ground.WriteAsync("ada", ground.Memo("ada", "The garden is full of slugs."), ground.Memo("ada", "Bread in the oven."));
        await ground.WriteAsync("bob", ground.Memo("bob", "A letter from the dentist."));
        var (ada, bob) = (await VectorAsync("ada"), await VectorAsync("bob"));
        await Eventually.HoldsAsync(() => Live.IsListening);
        var topics = Live.TopicCount;
        using var shelf = new VectorShelf(App.Database.Source, Live, NullLogger<VectorShelf>.Instance) { Least = 1 };

        Assert.Null(shelf.Find(App.Person("ada").Id, ada));
        Assert.Null(shelf.Find(App.Person("bob").Id, bob));
        await shelf.SettleAsync();
        Assert.InRange(shelf.Find(App.Person("ada").Id, ada)!.Count, 2, 10);
        Assert.InRange(shelf.Find(App.Person("bob").Id, bob)!.Count, 1, 10);

        await ground.WriteAsync("ada", ground.Memo("ada", "The river is high."));

        Assert.Null(shelf.Find(App.Person("ada").Id, ada));
        Assert.NotNull(shelf.Find(App.Person("bob").Id, bob));
        await Eventually.HoldsAsync(() => Live.TopicCount == topics + 2);
    }

    [Fact]
    public async Task What_is_kept_from_AI_does_not_stay_in_memory()
    {
        var ids = await ground.WriteAsync("ada", ground.Memo("ada", "The garden is full of slugs."), ground.Memo("ada", "Bread in the oven."));
        var vector = await VectorAsync("ada");
        await Eventually.HoldsAsync(() => Live.IsListening);
        using var shelf = new VectorShelf(App.Database.Source, Live, NullLogger<VectorShelf>.Instance) { Least = 1 };
        shelf.Find(App.Person("ada").Id, vector);
        await shelf.SettleAsync();
        Assert.NotNull(shelf.Find(App.Person("ada").Id, vector));

        await using var scope = App.Services.CreateAsyncScope();
        Assert.IsType<SaveResult.Saved>(await scope.ServiceProvider.GetRequiredService<MemoService>().SaveAsync(App.Person("ada").Id, new MemoEdit(ids[0], null, null, AiExcluded: true, 1)));

        Assert.Null(shelf.Find(App.Person("ada").Id, vector));
    }

    [Fact]
    public async Task What_the_database_knew_better_is_not_given_out_again()
    {
        await ground.WriteAsync("ada", ground.Memo("ada", "The garden is full of slugs."));
        var vector = await VectorAsync("ada");
        await Eventually.HoldsAsync(() => Live.IsListening);
        using var shelf = new VectorShelf(App.Database.Source, Live, NullLogger<VectorShelf>.Instance) { Least = 1 };
        shelf.Find(App.Person("ada").Id, vector);
        await shelf.SettleAsync();
        shelf.Find(App.Person("ada").Id, vector)!.IsOutdated = true;

        Assert.Null(shelf.Find(App.Person("ada").Id, vector));
        Assert.Null(shelf.Find(App.Person("ada").Id, vector));
    }

    [Fact]
    public async Task Few_passages_are_not_kept()
    {
        await ground.WriteAsync("bob", ground.Memo("bob", "The garden is full of slugs."));
        using var shelf = new VectorShelf(App.Database.Source, Live, NullLogger<VectorShelf>.Instance);
        await Eventually.HoldsAsync(() => Live.IsListening);
        var vector = await VectorAsync("bob");

        shelf.Find(App.Person("bob").Id, vector);
        await shelf.SettleAsync();

        Assert.Null(shelf.Find(App.Person("bob").Id, vector));
    }

    [Fact]
    public async Task A_search_finds_the_same_with_them_and_what_is_written_then_at_once()
    {
        await ground.WriteAsync("cleo", [.. Enumerable.Range(0, 350).Select(n => ground.Memo("cleo", $"Memo {n} about bread, trains and letters."))]);
        var first = await ground.SearchAsync("cleo", "letters about trains", SearchLegs.Meaning);
        await App.Services.GetRequiredService<VectorShelf>().SettleAsync();
        Assert.NotNull(App.Services.GetRequiredService<VectorShelf>().Find(App.Person("cleo").Id, await VectorAsync("cleo")));

        var second = await ground.SearchAsync("cleo", "letters about trains", SearchLegs.Meaning);

        Assert.NotEmpty(first.Hits);
        Assert.Equal((first.Total, first.IsMore), (second.Total, second.IsMore));
        Assert.Equal(first.Hits.Select(hit => Math.Round(hit.Reason.Cosine!.Value, 4)), second.Hits.Select(hit => Math.Round(hit.Reason.Cosine!.Value, 4)));
        var written = await ground.WriteAsync("cleo", ground.Memo("cleo", "letters about trains"));
        Assert.Equal(written[0], (await ground.SearchAsync("cleo", "letters about trains", SearchLegs.Meaning)).Hits[0].Id);
    }

    private Task<QueryVector> VectorAsync(string name) => App.Services.GetRequiredService<QuestionPlaces>().PlaceAsync(App.Person(name).Id, "slugs");
}
