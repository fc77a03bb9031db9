using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;

namespace Mosaic.Tests.Sync;

public sealed class PullHttpTests(SyncApp app) : IClassFixture<SyncApp>, IAsyncLifetime
{
    private Guid _person;
    private SyncProgram _device = null!;

    public async ValueTask InitializeAsync()
    {
        _person = await app.Database.AddPersonAsync();
        _device = new SyncProgram(await app.ProgramOfAsync(_person));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Ten_thousand_changes_with_equal_timestamps_arrive_whole_though_every_kth_page_is_lost(int lost)
    {
        var now = app.Clock.GetUtcNow();
        await using (var db = app.Db())
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO memos (id, user_id, content, created_at, updated_at) SELECT gen_random_uuid(), {_person}, 'memo ' || n, {now}, {now} FROM generate_series(1, 5000) AS n
                """);
            await db.Database.ExecuteSqlAsync($"UPDATE memos SET content = content || ' again', updated_at = {now} WHERE user_id = {_person} AND content LIKE '%0'");
            await db.Database.ExecuteSqlAsync($"DELETE FROM memos WHERE user_id = {_person} AND content LIKE '%5'");
            await db.Database.ExecuteSqlAsync($"UPDATE memos SET is_pinned = true, updated_at = {now} WHERE user_id = {_person}");
        }
        var network = new CountingNetwork(_device, lost);
        var copy = new Dictionary<Guid, string>();
        var changed = false;
        do
        {
            await network.ReadPageAsync(copy);
            if (changed || copy.Count < 2_000) continue;
            // In the middle of it everything changes once more.
            await using var db = app.Db();
            await db.Database.ExecuteSqlAsync($"UPDATE memos SET content = content || '!', updated_at = {now} WHERE user_id = {_person} AND content LIKE '%1'");
            await db.Database.ExecuteSqlAsync($"DELETE FROM memos WHERE user_id = {_person} AND content LIKE '%2'");
            changed = true;
        }
        while (network.HasMore);
        await using var there = app.Db();
        var rows = await there.Memos.Where(memo => memo.UserId == _person).ToDictionaryAsync(memo => memo.Id, memo => $"{memo.Content} {memo.IsPinned}");
        Assert.True(changed);
        Assert.Equal(4_000, rows.Count);
        Assert.Equal(rows.OrderBy(row => row.Key), copy.OrderBy(row => row.Key));
    }

    [Fact]
    public async Task A_cursor_of_another_person_of_another_kind_or_made_up_is_refused()
    {
        var stranger = new SyncProgram(await app.ProgramOfAsync(await app.Database.AddPersonAsync()));
        var (mine, theirs) = ((await _device.PullAsync()).GetProperty("cursors"), (await stranger.PullAsync()).GetProperty("cursors"));
        var (memo, revision) = (mine.GetProperty("memo").GetString()!, mine.GetProperty("revision").GetString()!);
        string[] wrong = [theirs.GetProperty("memo").GetString()!, revision, "", "0", "memo", "CfDJ8", memo[..^1], memo + "A", new string('A', 5_000), "ä\0"];
        foreach (var cursor in wrong)
        {
            using var answer = await _device.SendAsync("pull", new { clientId = "desk", cursors = new { memo = cursor } });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("cursors.memo", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.False((await _device.PullAsync(new { memo, revision })).GetProperty("reset").GetBoolean());
    }

    [Fact]
    public async Task What_is_in_the_trash_is_told_as_it_is_and_what_is_purged_as_deleted_with_its_revisions_and_files()
    {
        var memo = Guid.NewGuid();
        await _device.PushAsync(SyncProgram.Change(memo, new { content = "with a file" }));
        var file = await AddFileAsync(memo);
        var first = await _device.PullAsync();
        var revision = Assert.Single(Upserted(first, "revision")).GetProperty("id").GetGuid();
        Assert.Equal(file, Assert.Single(Upserted(first, "resource")).GetProperty("id").GetGuid());

        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<MemoShelf>().TrashAsync(_person, [memo]);
        var trashed = await _device.PullAsync(first.GetProperty("cursors"));
        Assert.NotNull(Assert.Single(Upserted(trashed, "memo")).GetProperty("deletedAt").GetString());
        Assert.Empty(Deleted(trashed, "memo"));

        await scope.ServiceProvider.GetRequiredService<MemoPurge>().PurgeAsync(_person, [memo]);
        var purged = await _device.PullAsync(trashed.GetProperty("cursors"));
        Assert.Equal([memo, revision, file], [.. Deleted(purged, "memo"), .. Deleted(purged, "revision"), .. Deleted(purged, "resource")]);
        Assert.Empty(Upserted(purged, "memo"));
    }

    [Fact]
    public async Task Nobody_hears_of_rows_or_ids_of_another_person()
    {
        var memo = Guid.NewGuid();
        await _device.PushAsync(SyncProgram.Change(memo, new { content = "ada's alone" }));
        await AddFileAsync(memo);
        var stranger = new SyncProgram(await app.ProgramOfAsync(await app.Database.AddPersonAsync()));
        var before = await stranger.PullAsync();
        await _device.PushAsync(SyncProgram.Change(memo, new { content = "ada's still" }, 1));
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<MemoShelf>().TrashAsync(_person, [memo]);
        await scope.ServiceProvider.GetRequiredService<MemoPurge>().PurgeAsync(_person, [memo]);
        foreach (var answer in new[] { before, await stranger.PullAsync(before.GetProperty("cursors")), await stranger.PullAsync() })
            foreach (var kind in answer.GetProperty("changes").EnumerateObject())
                Assert.Equal((0, 0), (kind.Value.GetProperty("upserted").GetArrayLength(), kind.Value.GetProperty("deleted").GetArrayLength()));
    }

    [Fact]
    public async Task Rows_are_told_without_what_is_not_for_devices()
    {
        var memo = Guid.NewGuid();
        await _device.PushAsync(SyncProgram.Change(memo, new { content = "bare" }));
        await AddFileAsync(memo);
        var told = await _device.PullAsync();
        foreach (var kind in told.GetProperty("changes").EnumerateObject())
            foreach (var row in kind.Value.GetProperty("upserted").EnumerateArray())
                Assert.Empty(row.EnumerateObject().Select(field => field.Name).Intersect(["userId", "changeSeq", "storagePath", "storageType", "tagPaths", "user", "path"], StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(_person.ToString(), told.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    private static List<JsonElement> Upserted(JsonElement answer, string kind) => [.. answer.GetProperty("changes").GetProperty(kind).GetProperty("upserted").EnumerateArray()];

    private static Guid[] Deleted(JsonElement answer, string kind) => [.. answer.GetProperty("changes").GetProperty(kind).GetProperty("deleted").EnumerateArray().Select(id => id.GetGuid())];

    private async Task<Guid> AddFileAsync(Guid memo)
    {
        await using var db = app.Db();
        var (id, now) = (Guid.NewGuid(), app.Clock.GetUtcNow());
        db.Add(new Resource
        {
            Id = id,
            UserId = _person,
            MemoId = memo,
            Filename = "bees.txt",
            ResourceType = ResourceType.File,
            MimeType = "text/plain",
            FileSize = 1,
            Sha256 = [1],
            StoragePath = "no/such/file",
            Metadata = JsonDocument.Parse("{}").RootElement,
            CreatedAt = now,
            UpdatedAt = now,
        });
        await db.SaveChangesAsync();
        return id;
    }
}
