using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Memos;

public sealed class MemoPurgeHttpTests(MosaicApp app) : IClassFixture<MosaicApp>
{
    [Fact]
    public async Task Purging_takes_the_bytes_that_no_other_memo_has()
    {
        var ada = await app.SignInAsync("ada");
        var (own, shared, sharedAgain) = (await UploadAsync(ada, "only here"), await UploadAsync(ada, "in two memos"), await UploadAsync(ada, "in two memos"));
        var memo = await SaveAsync("has both", own, shared);
        await SaveAsync("has one", sharedAgain);
        Assert.Equal(2, StoredFiles());
        await Shelf.TrashAsync(Ada, [memo]);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync($"/files/{own}")).StatusCode);
        await app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoPurge>().PurgeAsync(Ada, [memo]);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.GetAsync($"/files/{own}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync($"/files/{sharedAgain}")).StatusCode);
        Assert.Equal(1, StoredFiles());
    }

    [Fact]
    public async Task The_trash_empties_itself_after_its_days_and_not_before()
    {
        var memo = await SaveAsync("thirty days");
        await Shelf.TrashAsync(Ada, [memo]);
        app.Clock.Advance(TimeSpan.FromDays(29.9));
        await Sweeper.SweepAsync();
        Assert.NotNull(await Memos.FindAsync(Ada, memo));
        app.Clock.Advance(TimeSpan.FromDays(0.2));
        await Sweeper.SweepAsync();
        Assert.Null(await Memos.FindAsync(Ada, memo));
        Assert.Equal(0, await Sweeper.SweepAsync());
    }

    private Guid Ada => app.Person("ada").Id;

    private MemoSweeper Sweeper => app.Services.GetServices<IHostedService>().OfType<MemoSweeper>().Single();

    private MemoService Memos => app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoService>();

    private MemoShelf Shelf => app.Services.CreateScope().ServiceProvider.GetRequiredService<MemoShelf>();

    private int StoredFiles() => Directory.EnumerateFiles(Path.Combine(app.DataDirectory, "files"), "*", SearchOption.AllDirectories).Count();

    private async Task<Guid> SaveAsync(string text, params Guid[] files)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, files, false, 0);
        Assert.IsType<SaveResult.Saved>(await Memos.SaveAsync(Ada, edit));
        return edit.Id;
    }

    private static async Task<Guid> UploadAsync(HttpClient person, string text)
    {
        var answer = await person.PostAsync("/files?name=a.txt", new StringContent(text));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
