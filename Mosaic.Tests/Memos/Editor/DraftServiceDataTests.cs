using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Editor;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Memos.Editor;

public sealed class DraftServiceDataTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TestClock _clock = new();
    private readonly DraftService _drafts = new(database, new TestClock());

    [Fact]
    public async Task A_draft_comes_back_as_it_was_kept()
    {
        var ada = await database.AddPersonAsync();
        var edit = Edit("  half a thought\r\nand \0more") with { AiExcluded = true, BaseRevision = 3 };
        var kept = Assert.IsType<KeepResult.Kept>(await _drafts.KeepAsync(ada, null, edit));
        var draft = (await _drafts.FindAsync(ada, null))!;
        Assert.Equal("  half a thought\nand \uFFFDmore", draft.Content);
        Assert.Equal((edit.TargetId, true, 3, kept.Version, kept.KeptAt), (draft.TargetId, draft.AiExcluded, draft.BaseRevision, draft.Version, draft.KeptAt));
    }

    [Fact]
    public async Task There_is_one_draft_a_person_and_memo_and_one_for_new_memos()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var memo = await SaveAsync(ada, "saved");
        await KeepAsync(ada, null, Edit("new"));
        await KeepAsync(ada, memo, Edit("changed", memo));
        await KeepAsync(bob, null, Edit("bob's"));
        Assert.Equal("new", (await _drafts.FindAsync(ada, null))!.Content);
        Assert.Equal("changed", (await _drafts.FindAsync(ada, memo))!.Content);
        Assert.Equal("bob's", (await _drafts.FindAsync(bob, null))!.Content);
        Assert.Null(await _drafts.FindAsync(bob, memo));
    }

    [Fact]
    public async Task Nobody_keeps_a_draft_of_a_memo_that_is_not_theirs()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        var memo = await SaveAsync(ada, "mine");
        Assert.IsType<KeepResult.NotFound>(await _drafts.KeepAsync(bob, memo, Edit("taken over", memo)));
        Assert.IsType<KeepResult.NotFound>(await _drafts.KeepAsync(ada, memo, Edit("another target")));
        Assert.IsType<KeepResult.NotFound>(await _drafts.KeepAsync(ada, Guid.CreateVersion7(), Edit("no memo")));
        await using var db = database.CreateDbContext();
        Assert.False(await db.MemoDrafts.AnyAsync(draft => draft.UserId == bob || draft.UserId == ada));
    }

    [Fact]
    public async Task What_another_window_wrote_is_not_overwritten_unseen()
    {
        var ada = await database.AddPersonAsync();
        var first = await KeepAsync(ada, null, Edit("window one"));
        var differs = Assert.IsType<KeepResult.Differs>(await _drafts.KeepAsync(ada, null, Edit("window two")));
        Assert.Equal(("window one", first.Version), (differs.Other.Content, differs.Other.Version));
        var second = await KeepAsync(ada, null, Edit("window two") with { Seen = differs.Other.Version });
        Assert.IsType<KeepResult.Differs>(await _drafts.KeepAsync(ada, null, Edit("window one goes on") with { Seen = first.Version }));
        Assert.Equal(("window two", second.Version), ((await _drafts.FindAsync(ada, null))!.Content, (await _drafts.FindAsync(ada, null))!.Version));
    }

    [Fact]
    public async Task The_same_words_twice_are_one_draft_also_when_the_first_answer_was_lost()
    {
        var ada = await database.AddPersonAsync();
        var edit = Edit("said twice");
        var first = await KeepAsync(ada, null, edit);
        Assert.Equal(first, await KeepAsync(ada, null, edit));
    }

    [Fact]
    public async Task Of_many_windows_at_once_one_is_kept_and_the_others_are_told()
    {
        var ada = await database.AddPersonAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => _drafts.KeepAsync(ada, null, Edit($"window {i}")))));
        Assert.Single(results.OfType<KeepResult.Kept>());
        Assert.Equal(11, results.OfType<KeepResult.Differs>().Count());
        var seen = results.OfType<KeepResult.Kept>().Single().Version;
        results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => _drafts.KeepAsync(ada, null, Edit($"again {i}") with { Seen = seen }))));
        Assert.Single(results.OfType<KeepResult.Kept>());
    }

    [Fact]
    public async Task A_version_rises_also_when_the_clock_does_not()
    {
        var ada = await database.AddPersonAsync();
        _clock.Set(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var frozen = new DraftService(database, new FrozenClock(_clock.GetUtcNow()));
        var versions = new List<string>();
        string? seen = null;
        for (var i = 0; i < 4; i++)
        {
            var kept = Assert.IsType<KeepResult.Kept>(await frozen.KeepAsync(ada, null, Edit($"text {i}") with { Seen = seen }));
            versions.Add(seen = kept.Version);
        }

        Assert.Equal(4, versions.Distinct().Count());
        Assert.Equal(seen, (await _drafts.FindAsync(ada, null))!.Version);
    }

    [Fact]
    public async Task Discarding_takes_only_the_draft_that_was_seen()
    {
        var ada = await database.AddPersonAsync();
        var first = await KeepAsync(ada, null, Edit("one"));
        await KeepAsync(ada, null, Edit("two") with { Seen = first.Version });
        Assert.False(await _drafts.DiscardAsync(ada, null, first.Version));
        Assert.False(await _drafts.DiscardAsync(ada, null, null));
        var draft = (await _drafts.FindAsync(ada, null))!;
        Assert.False(await _drafts.DiscardAsync(await database.AddPersonAsync(), null, draft.Version));
        Assert.True(await _drafts.DiscardAsync(ada, null, draft.Version));
        Assert.Null(await _drafts.FindAsync(ada, null));
    }

    [Fact]
    public async Task A_draft_of_what_is_saved_already_is_dropped()
    {
        var ada = await database.AddPersonAsync();
        var memo = await SaveAsync(ada, "the memo says this");
        Assert.IsType<KeepResult.Saved>(await _drafts.KeepAsync(ada, null, Edit("the memo says this", memo)));
        Assert.IsType<KeepResult.Saved>(await _drafts.KeepAsync(ada, memo, Edit("the memo says this", memo)));
        await using var db = database.CreateDbContext();
        db.MemoDrafts.Add(new MemoDraft { Id = Guid.CreateVersion7(), UserId = ada, TargetId = memo, Content = "the memo says this", CreatedAt = _clock.GetUtcNow(), UpdatedAt = _clock.GetUtcNow() });
        await db.SaveChangesAsync();
        Assert.Null(await _drafts.FindAsync(ada, null));
        Assert.False(await db.MemoDrafts.AnyAsync(draft => draft.UserId == ada));
    }

    [Fact]
    public async Task Another_lock_or_other_files_are_worth_a_draft()
    {
        var ada = await database.AddPersonAsync();
        var memo = await SaveAsync(ada, "same words");
        var locked = await KeepAsync(ada, memo, Edit("same words", memo) with { AiExcluded = true });
        var file = await AddFileAsync(ada);
        await KeepAsync(ada, memo, Edit("same words", memo) with { ResourceIds = [file], Seen = locked.Version });
        Assert.Equal(file, Assert.Single((await _drafts.FindAsync(ada, memo))!.Files).Id);
    }

    [Fact]
    public async Task Other_words_under_the_id_of_a_saved_memo_get_an_id_of_their_own()
    {
        var ada = await database.AddPersonAsync();
        var memo = await SaveAsync(ada, "saved in one window");
        Assert.IsType<KeepResult.Taken>(await _drafts.KeepAsync(ada, null, Edit("written on in the other", memo)));
        Assert.Null(await _drafts.FindAsync(ada, null));
    }

    [Fact]
    public async Task Saving_ends_the_draft()
    {
        var ada = await database.AddPersonAsync();
        var edit = Edit("on its way");
        await KeepAsync(ada, null, edit);
        await SaveAsync(ada, "on its way", edit.TargetId);
        Assert.Null(await _drafts.FindAsync(ada, null));
    }

    [Fact]
    public async Task Nothing_written_is_no_draft()
    {
        var ada = await database.AddPersonAsync();
        var kept = await KeepAsync(ada, null, Edit("something"));
        Assert.IsType<KeepResult.Saved>(await _drafts.KeepAsync(ada, null, Edit("") with { Seen = kept.Version }));
        Assert.Null(await _drafts.FindAsync(ada, null));
    }

    [Fact]
    public async Task Files_of_others_are_left_out_and_the_order_is_kept()
    {
        var (ada, bob) = (await database.AddPersonAsync(), await database.AddPersonAsync());
        Guid[] files = [await AddFileAsync(ada), await AddFileAsync(bob), await AddFileAsync(ada)];
        await KeepAsync(ada, null, Edit("with files") with { ResourceIds = [files[2], files[1], files[0]] });
        Assert.Equal([files[2], files[0]], (await _drafts.FindAsync(ada, null))!.Files.Select(file => file.Id));
    }

    [Fact]
    public async Task A_text_over_the_limit_of_memos_is_kept_and_one_over_that_of_drafts_is_refused()
    {
        var ada = await database.AddPersonAsync();
        var kept = await KeepAsync(ada, null, Edit(new string('x', MemoDraft.MaxLength)));
        var refused = Assert.IsType<KeepResult.Refused>(await _drafts.KeepAsync(ada, null, Edit(new string('x', MemoDraft.MaxLength + 1)) with { Seen = kept.Version }));
        Assert.Contains("400,000 characters", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(MemoDraft.MaxLength, (await _drafts.FindAsync(ada, null))!.Content.Length);
        Assert.IsType<KeepResult.Refused>(await _drafts.KeepAsync(ada, null, Edit("x") with { ResourceIds = [.. Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7())] }));
    }

    private static DraftEdit Edit(string content, Guid? target = null) => new(target ?? Guid.CreateVersion7(), content, [], false, 0, null);

    private async Task<KeepResult.Kept> KeepAsync(Guid userId, Guid? memoId, DraftEdit edit) =>
        Assert.IsType<KeepResult.Kept>(await _drafts.KeepAsync(userId, memoId, edit));

    private async Task<Guid> SaveAsync(Guid userId, string content, Guid? id = null)
    {
        var memos = new MemoService(database, new Live(database.Source, NullLogger<Live>.Instance), MemoSteps.None, _clock);
        return Assert.IsType<SaveResult.Saved>(await memos.SaveAsync(userId, new MemoEdit(id ?? Guid.CreateVersion7(), content, [], false, 0))).Memo.Id;
    }

    private async Task<Guid> AddFileAsync(Guid userId)
    {
        var id = Guid.CreateVersion7();
        await using var db = database.CreateDbContext();
        db.Resources.Add(new Resource
        {
            Id = id,
            UserId = userId,
            Filename = "a.txt",
            ResourceType = ResourceType.File,
            MimeType = "text/plain",
            FileSize = 1,
            Sha256 = [1],
            StoragePath = "x",
            Metadata = System.Text.Json.JsonSerializer.SerializeToElement(new { }),
            CreatedAt = _clock.GetUtcNow(),
            UpdatedAt = _clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return id;
    }

    private sealed class FrozenClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
