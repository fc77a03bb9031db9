using System.Diagnostics;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Markdown;

namespace Mosaic.Tests.Memos;

[Collection(Alone.Name)]
public sealed class TagDataTests(TestDatabase database, ITestOutputHelper output) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_nested_tag_counts_for_its_parents_and_the_archive_is_counted_apart()
    {
        var desk = await TagDesk.OpenAsync(database);
        await desk.WriteAsync("#work/mosaic and #work");
        await desk.WriteAsync("#work/mosaic");
        var archived = await desk.WriteAsync("#work #old");
        await desk.ExecuteAsync($"UPDATE memos SET is_archived = true WHERE user_id = $1 AND id = '{archived.Id}'");
        var trashed = await desk.WriteAsync("#work");
        await desk.ExecuteAsync($"UPDATE memos SET deleted_at = now() WHERE user_id = $1 AND id = '{trashed.Id}'");
        Assert.Equal([new("work", 2), new("work/mosaic", 2)], (await desk.Tags.ListAsync(desk.UserId)).Select(tag => tag with { Archived = 0 }));
        Assert.Equal(
            [new("old", 0) { Archived = 1 }, new("work", 2) { Archived = 1 }, new TagCount("work/mosaic", 2)],
            await desk.Tags.ListAllAsync(desk.UserId));
    }

    [Fact]
    public async Task Renaming_rewrites_texts_as_revisions_and_tags_that_were_put_on_without()
    {
        var desk = await TagDesk.OpenAsync(database);
        var written = await desk.WriteAsync("About #Work/mosaic, `#work` and example.org/#work, not #worker");
        var put = await desk.WriteAsync("plain", "work");
        var done = Assert.IsType<TagResult.Done>(await desk.Moves.MoveAsync(desk.UserId, "work", "#Job"));
        Assert.Equal((2, 1), (done.Changes.Count, done.Texts));
        var rewritten = await desk.FindAsync(written.Id);
        Assert.Equal("About #job/mosaic, `#work` and example.org/#work, not #worker", rewritten.Content);
        Assert.Equal(2, rewritten.RevisionCount);
        Assert.Equal([2, 1], await desk.RevisionNumbersAsync(written.Id));
        var kept = await desk.FindAsync(put.Id);
        Assert.Equal((1, "job"), (kept.RevisionCount, Assert.Single(kept.Tags)));
    }

    [Fact]
    public async Task The_same_rename_again_does_nothing()
    {
        var desk = await TagDesk.OpenAsync(database);
        var memo = await desk.WriteAsync("#work");
        await desk.Moves.MoveAsync(desk.UserId, "work", "job");
        Assert.Empty(Assert.IsType<TagResult.Done>(await desk.Moves.MoveAsync(desk.UserId, "work", "job")).Changes);
        Assert.Equal(2, (await desk.FindAsync(memo.Id)).RevisionCount);
    }

    [Fact]
    public async Task A_merge_is_taken_back_exactly_except_where_somebody_wrote_since()
    {
        var desk = await TagDesk.OpenAsync(database);
        var (text, put, both, later) = (await desk.WriteAsync("#home one"), await desk.WriteAsync("two", "home"),
            await desk.WriteAsync("#house three", "home"), await desk.WriteAsync("#home four"));
        var done = Assert.IsType<TagResult.Done>(await desk.Moves.MoveAsync(desk.UserId, "home", "house"));
        Assert.Equal(["house"], (await desk.FindAsync(both.Id)).Tags);
        await desk.RewriteAsync(await desk.FindAsync(later.Id), "#house four and more");
        Assert.Equal(3, await desk.Moves.UndoAsync(desk.UserId, done.Changes));
        Assert.Equal(("#home one", 3), ((await desk.FindAsync(text.Id)).Content, (await desk.FindAsync(text.Id)).RevisionCount));
        Assert.Equal(["home"], (await desk.FindAsync(put.Id)).Tags);
        Assert.Equal(["house", "home"], (await desk.FindAsync(both.Id)).Tags);
        Assert.Equal("#house four and more", (await desk.FindAsync(later.Id)).Content);
    }

    [Fact]
    public async Task Moves_of_generated_memos_agree_with_a_simple_model()
    {
        var random = new Random(11);
        string[] names = ["work", "work/mosaic", "work/mosaic/search", "home", "house", "ideas", "worker"];
        var desk = await TagDesk.OpenAsync(database);
        var model = new Dictionary<Guid, string[]>();
        for (var number = 0; number < 120; number++)
        {
            string[] inText = [.. names.Where(_ => random.Next(5) == 0)];
            string[] put = [.. names.Where(_ => random.Next(6) == 0)];
            var memo = await desk.WriteAsync($"memo {number} {string.Join(' ', inText.Select(tag => "#" + tag))} `#work` https://x.org/#home", put);
            Assert.Equal([.. inText, .. put.Except(inText)], memo.Tags);
            model.Add(memo.Id, [.. memo.Tags]);
        }
        foreach (var (from, to) in new[] { ("work", "job"), ("home", "house"), ("job/mosaic", "mosaic"), ("ideas", "work/ideas"), ("mosaic/search", "ideas") })
        {
            var preview = await desk.Moves.PreviewAsync(desk.UserId, from);
            var expected = model.Count(memo => memo.Value.Any(tag => IsOrBelow(tag, from)));
            var done = Assert.IsType<TagResult.Done>(await desk.Moves.MoveAsync(desk.UserId, from, to));
            Assert.Equal((expected, expected, preview.Texts), (preview.Memos, done.Changes.Count, done.Texts));
            foreach (var id in model.Keys) model[id] = [.. model[id].Select(tag => IsOrBelow(tag, from) ? to + tag[from.Length..] : tag).Distinct()];
        }
        foreach (var (id, tags) in model)
        {
            var memo = await desk.FindAsync(id);
            Assert.Equal(tags, memo.Tags);
            Assert.Empty(TagSyntax.Find(memo.Content).Except(memo.Tags));
            Assert.Contains("`#work` https://x.org/#home", memo.Content, StringComparison.Ordinal);
            Assert.Equal(memo.Content, (await desk.History.ReadAsync(desk.UserId, id, [memo.RevisionCount]))[memo.RevisionCount]);
        }

        static bool IsOrBelow(string tag, string parent) => (tag + "/").StartsWith(parent + "/", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_a_tag_leaves_it_where_it_stands_in_the_text()
    {
        var desk = await TagDesk.OpenAsync(database);
        var (text, put) = (await desk.WriteAsync("#draft in text"), await desk.WriteAsync("put on", "draft", "draft/old", "keep"));
        var done = Assert.IsType<TagResult.Done>(await desk.Moves.RemoveAsync(desk.UserId, "draft"));
        Assert.Equal(["draft"], (await desk.FindAsync(text.Id)).Tags);
        Assert.Equal(["keep"], (await desk.FindAsync(put.Id)).Tags);
        Assert.Equal(1, await desk.Moves.UndoAsync(desk.UserId, done.Changes));
        Assert.Equal(["draft", "draft/old", "keep"], (await desk.FindAsync(put.Id)).Tags);
        Assert.Equal([1], await desk.RevisionNumbersAsync(put.Id));
    }

    [Fact]
    public async Task Another_persons_memos_are_never_touched()
    {
        var (ada, bob) = (await TagDesk.OpenAsync(database), await TagDesk.OpenAsync(database));
        var memo = await ada.WriteAsync("#work", "put");
        await bob.Moves.MoveAsync(bob.UserId, "work", "job");
        await bob.Moves.RemoveAsync(bob.UserId, "put");
        Assert.IsType<TagResult.NotFound>(await bob.Tags.PutOnAsync(bob.UserId, memo.Id, ["mine"]));
        Assert.Empty(await bob.Tags.PutOnManyAsync(bob.UserId, [memo.Id], "mine"));
        await bob.Tags.TakeOffAsync(bob.UserId, [memo.Id], "put");
        var done = Assert.IsType<TagResult.Done>(await ada.Moves.MoveAsync(ada.UserId, "put", "other"));
        Assert.Equal(0, await bob.Moves.UndoAsync(bob.UserId, done.Changes));
        Assert.Empty(await bob.Tags.ListAllAsync(bob.UserId));
        Assert.Equal(["work", "other"], (await ada.FindAsync(memo.Id)).Tags);
    }

    [Fact]
    public async Task Tags_put_on_make_no_revision_and_those_in_the_text_stay()
    {
        var desk = await TagDesk.OpenAsync(database);
        var memo = await desk.WriteAsync("#text here", "old");
        Assert.IsType<TagResult.Done>(await desk.Tags.PutOnAsync(desk.UserId, memo.Id, ["#New", "Ünï"]));
        Assert.Equal(["text", "new", "ünï"], (await desk.FindAsync(memo.Id)).Tags);
        Assert.Equal([1], await desk.RevisionNumbersAsync(memo.Id));
        var refused = Assert.IsType<TagResult.Refused>(await desk.Tags.PutOnAsync(desk.UserId, memo.Id, [new string('x', 51)]));
        Assert.Contains("at most 50 characters; this one has 51", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_memos_get_and_lose_a_tag_together()
    {
        var desk = await TagDesk.OpenAsync(database);
        var (one, two) = (await desk.WriteAsync("one", "later"), await desk.WriteAsync("two"));
        Assert.Equal([two.Id], await desk.Tags.PutOnManyAsync(desk.UserId, [one.Id, two.Id], "#Later"));
        await desk.Tags.TakeOffAsync(desk.UserId, [two.Id], "later");
        Assert.Equal((1, 0), ((await desk.FindAsync(one.Id)).Tags.Count, (await desk.FindAsync(two.Id)).Tags.Count));
    }

    [Fact]
    public async Task A_text_that_would_grow_over_the_limit_stops_the_whole_rename()
    {
        var desk = await TagDesk.OpenAsync(database);
        var small = await desk.WriteAsync("#a");
        await desk.WriteAsync("#a " + new string('x', Memo.MaxLength - 3));
        Assert.IsType<TagResult.Refused>(await desk.Moves.MoveAsync(desk.UserId, "a", "abc"));
        Assert.Equal("#a", (await desk.FindAsync(small.Id)).Content);
    }

    [Fact]
    public async Task A_save_and_a_rename_at_once_lose_no_text()
    {
        var desk = await TagDesk.OpenAsync(database);
        for (var round = 0; round < 10; round++)
        {
            var memo = await desk.WriteAsync("#work start");
            var save = Task.Run(() => desk.Memos.SaveAsync(desk.UserId, new MemoEdit(memo.Id, "#work start, and more", null, false, 1)));
            var move = Task.Run(() => desk.Moves.MoveAsync(desk.UserId, "work", "job"));
            await Task.WhenAll(save, move);
            var now = await desk.FindAsync(memo.Id);
            Assert.Equal((await save) is SaveResult.Saved ? "#job start, and more" : "#job start", now.Content);
        }
    }

    [Fact]
    public async Task Twenty_thousand_memos_are_counted_in_50_ms_and_renamed_in_seconds()
    {
        var desk = await TagDesk.OpenAsync(database);
        await desk.ExecuteAsync("""
            INSERT INTO memos (id, user_id, content, tags, created_at, updated_at)
            SELECT gen_random_uuid(), $1, CASE WHEN n % 2 = 0 THEN '#work/mosaic ' ELSE '' END || repeat('some **words** to read. ', 10),
                ARRAY['work/mosaic', (ARRAY['reading', 'garden', 'home/kitchen'])[1 + n % 3]], now() - n * interval '1 hour', now()
            FROM generate_series(1, 20000) AS n
            """);
        await desk.ExecuteAsync("INSERT INTO memo_revisions (id, memo_id, user_id, revision_number, content, tags, source, created_at, updated_at) SELECT gen_random_uuid(), id, user_id, 1, content, tags, 'human', now(), now() FROM memos WHERE user_id = $1");
        // The database would tidy up behind so many rows while they are counted.
        await desk.ExecuteAsync("VACUUM ANALYZE memos, search_entries");
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 10; run++)
        {
            var reading = Stopwatch.StartNew();
            Assert.Equal(20_000, (await desk.Tags.ListAsync(desk.UserId)).Single(tag => tag.Tag == "work").Count);
            best = reading.Elapsed < best ? reading.Elapsed : best;
        }
        output.WriteLine($"list of tags over 20,000 memos: {best.TotalMilliseconds:0} ms");
        var clock = Stopwatch.StartNew();
        var preview = await desk.Moves.PreviewAsync(desk.UserId, "work");
        output.WriteLine($"preview: {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal((20_000, 10_000), (preview.Memos, preview.Texts));
        clock.Restart();
        var steps = new Steps();
        var done = Assert.IsType<TagResult.Done>(await desk.Moves.MoveAsync(desk.UserId, "work", "job", steps));
        output.WriteLine($"rename: {clock.Elapsed.TotalSeconds:0.0} s, {steps.Seen.Count} steps");
        Assert.Equal((20_000, 10_000), (done.Changes.Count, done.Texts));
        Assert.Equal(new TagProgress(20_000, 20_000), steps.Seen[^1]);
        clock.Restart();
        Assert.Equal(20_000, await desk.Moves.UndoAsync(desk.UserId, done.Changes));
        output.WriteLine($"undo: {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(best < TimeSpan.FromMilliseconds(50), $"listing took {best.TotalMilliseconds:0} ms");
    }

    private sealed class Steps : IProgress<TagProgress>
    {
        public List<TagProgress> Seen { get; } = [];

        public void Report(TagProgress value) => Seen.Add(value);
    }
}
