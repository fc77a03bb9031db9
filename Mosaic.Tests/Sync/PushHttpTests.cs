using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Sync;
using static Mosaic.Tests.Sync.SyncProgram;

namespace Mosaic.Tests.Sync;

public sealed class PushHttpTests(SyncApp app) : IClassFixture<SyncApp>, IAsyncLifetime
{
    private Guid _person;
    private SyncProgram _device = null!;

    public async ValueTask InitializeAsync() => (_person, _device) = await AddAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_push_sent_eight_times_at_the_same_moment_is_done_once()
    {
        var id = Guid.NewGuid();
        SyncChange[] changes = [Change(id, new { content = "one" }), Change(id, new { content = "two" }, 1), Change(id, new { content = "three", isPinned = true }, 2)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _device.PushAsync(changes)));
        for (var i = 0; i < changes.Length; i++)
        {
            var statuses = answers.Select(answer => StatusOf(answer[i])).ToList();
            Assert.Single(statuses, "applied");
            Assert.Equal(7, statuses.Count(status => status == "duplicate"));
        }
        await using var db = app.Db();
        Assert.Equal(["one", "two", "three"], await db.MemoRevisions.Where(revision => revision.MemoId == id).OrderBy(revision => revision.RevisionNumber).Select(revision => revision.Content).ToListAsync());
    }

    [Fact]
    public async Task A_conflict_writes_nothing_and_shows_both_versions()
    {
        var memo = await MakeAsync("base");
        await _device.PushAsync(Change(memo, new { content = "theirs" }, 1));
        var conflict = Assert.Single(await _device.PushAsync(Change(memo, new { content = "mine" }, 1)));
        Assert.Equal(("conflict", "theirs", "mine"), (StatusOf(conflict), conflict.GetProperty("current").GetProperty("content").GetString(), conflict.GetProperty("yours").GetProperty("content").GetString()));
        Assert.Equal("theirs", (await FindAsync(memo))!.Content);
    }

    [Fact]
    public async Task What_was_changed_on_top_of_a_conflict_does_not_overwrite_a_revision_that_happens_to_have_its_number()
    {
        var memo = await MakeAsync("base");
        await _device.PushAsync(Change(memo, new { content = "theirs" }, 1));
        var results = await _device.PushAsync(Change(memo, new { content = "mine" }, 1), Change(memo, new { content = "mine, longer" }, 2), Change(Guid.NewGuid(), new { content = "another memo" }));
        Assert.Equal(["conflict", "conflict", "applied"], results.Select(StatusOf));
        Assert.Equal("mine, longer", results[1].GetProperty("yours").GetProperty("content").GetString());
        Assert.Equal("theirs", (await FindAsync(memo))!.Content);
    }

    [Fact]
    public async Task A_deletion_that_found_the_memo_in_the_trash_is_done_and_does_not_happen_when_it_arrives_again()
    {
        var (memo, deletion) = (await MakeAsync("in and out"), Guid.NewGuid().ToString());
        await ShelfAsync(shelf => shelf.TrashAsync(_person, [memo]));
        var done = Assert.Single(await _device.PushAsync(Change(memo, null, 1, deletion, SyncChange.Delete)));
        Assert.Equal("applied", StatusOf(done));
        Assert.NotNull(done.GetProperty("current").GetProperty("deletedAt").GetString());
        await ShelfAsync(shelf => shelf.RestoreAsync(_person, [memo]));
        Assert.Equal("duplicate", StatusOf(Assert.Single(await _device.PushAsync(Change(memo, null, 1, deletion, SyncChange.Delete)))));
        Assert.Null((await FindAsync(memo))!.DeletedAt);
    }

    [Fact]
    public async Task Another_persons_memo_is_neither_changed_nor_shown_and_looks_like_one_that_never_was()
    {
        var memo = await MakeAsync("ada's alone");
        var (_, stranger) = await AddAsync();
        foreach (var id in new[] { memo, Guid.NewGuid() })
        {
            var results = new List<System.Text.Json.JsonElement>();
            foreach (var change in new[] { Change(id, new { content = "stolen" }, 1), Change(id, new { isPinned = true }), Change(id, new { deletedAt = (string?)null }, 1) })
                results.AddRange(await stranger.PushAsync(change));
            results.AddRange(await stranger.PushAsync(Change(id, null, 1, op: SyncChange.Delete)));
            Assert.Equal(["conflict", "conflict", "conflict", "applied"], results.Select(StatusOf));
            Assert.All(results, result => Assert.False(result.TryGetProperty("current", out _)));
        }
        var taken = Assert.Single(await stranger.PushAsync(Change(memo, new { content = "mine now" })));
        Assert.Equal("conflict", StatusOf(taken));
        Assert.False(taken.TryGetProperty("current", out _));
        var card = (await FindAsync(memo))!;
        Assert.Equal(("ada's alone", false, 1, null), (card.Content, card.IsPinned, card.RevisionCount, card.DeletedAt));
        var told = await stranger.PullAsync();
        Assert.Equal(0, told.GetProperty("changes").GetProperty("memo").GetProperty("upserted").GetArrayLength());
    }

    [Fact]
    public async Task Equal_change_ids_of_two_people_or_two_devices_are_different_changes()
    {
        var (_, other) = await AddAsync();
        foreach (var program in new[] { _device, other })
            Assert.Equal("applied", StatusOf(Assert.Single(await program.PushAsync(Change(Guid.NewGuid(), new { content = "mine" }, 0, "1")))));
        using var answer = await _device.SendAsync("push", new { clientId = "phone", changes = new[] { Change(Guid.NewGuid(), new { content = "mine" }, 0, "1") } });
        Assert.Contains("applied", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"content":"half of \ud83d an emoji"}""", "applied")]
    [InlineData("""{"content":"a \u0000 zero"}""", "applied")]
    [InlineData("""{"content":"long ago","createdAt":"2001-02-03T04:05:06+07:00"}""", "applied")]
    [InlineData("""{"content":"not yet","createdAt":"2999-01-01T00:00:00Z"}""", "applied")]
    [InlineData("""{"content":"x","createdAt":"yesterday"}""", "refused")]
    [InlineData("""{"content":"x","tags":["two words"]}""", "refused")]
    [InlineData("""{"content":"x","tags":"work"}""", "refused")]
    [InlineData("""{"content":"  "}""", "refused")]
    [InlineData("[1]", "refused")]
    [InlineData("null", "refused")]
    public async Task Data_that_a_device_can_come_to_hold_is_taken_and_other_data_is_refused_alone(string data, string expected)
    {
        var other = Guid.NewGuid();
        var body = $$$"""
            {"clientId":"desk","changes":[
              {"entity":"memo","id":"{{{Guid.NewGuid()}}}","op":"upsert","clientChangeId":"{{{Guid.NewGuid()}}}","data":{{{data}}}},
              {"entity":"memo","id":"{{{other}}}","op":"upsert","clientChangeId":"{{{Guid.NewGuid()}}}","data":{"content":"another"}}]}
            """;
        var http = await app.ProgramOfAsync(_person);
        using var answer = await http.PostAsync("/api/v1/sync/push", new StringContent(body, Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.NotNull(await FindAsync(other));
    }

    [Theory]
    [InlineData("""{"clientId":"","changes":[]}""")]
    [InlineData("""{"clientId":null,"changes":[]}""")]
    [InlineData("""{"clientId":"desk"}""")]
    [InlineData("""{"clientId":"desk","changes":[null]}""")]
    [InlineData("""{"clientId":"desk","changes":[{"entity":"memo","id":"5f4f7ad5-4f0e-4a7a-b6c0-5a3c8b8d1e11","op":"merge","clientChangeId":"1"}]}""")]
    [InlineData("""{"clientId":"desk","changes":[{"entity":"memo","id":"5f4f7ad5-4f0e-4a7a-b6c0-5a3c8b8d1e11","op":"upsert","clientChangeId":"ä"}]}""")]
    [InlineData("""{"clientId":"desk","changes":[{"entity":"memo","id":"5f4f7ad5-4f0e-4a7a-b6c0-5a3c8b8d1e11","op":"upsert"}]}""")]
    [InlineData("""{"clientId":"desk","changes":[{"entity":"memo","id":"5f4f7ad5-4f0e-4a7a-b6c0-5a3c8b8d1e11","op":"upsert","clientChangeId":"1","baseRevision":-1}]}""")]
    public async Task A_push_of_the_wrong_shape_is_a_bad_request(string body)
    {
        var http = await app.ProgramOfAsync(_person);
        using var answer = await http.PostAsync("/api/v1/sync/push", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<(Guid, SyncProgram)> AddAsync()
    {
        var person = await app.Database.AddPersonAsync();
        return (person, new SyncProgram(await app.ProgramOfAsync(person)));
    }

    private async Task<Guid> MakeAsync(string content)
    {
        var id = Guid.NewGuid();
        Assert.Equal("applied", StatusOf(Assert.Single(await _device.PushAsync(Change(id, new { content })))));
        return id;
    }

    private async Task<Mosaic.Data.Memos.MemoCard?> FindAsync(Guid id)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<MemoService>().FindAsync(_person, id);
    }

    private async Task ShelfAsync(Func<MemoShelf, Task> use)
    {
        using var scope = app.Services.CreateScope();
        await use(scope.ServiceProvider.GetRequiredService<MemoShelf>());
    }
}
