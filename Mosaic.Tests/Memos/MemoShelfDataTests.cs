using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Tags;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Memos;

public sealed class MemoShelfDataTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly MemoService _memos;
    private readonly MemoShelf _shelf;
    private readonly TagService _tags;

    public MemoShelfDataTests(TestDatabase database)
    {
        _database = database;
        var live = new Live(database.Source, NullLogger<Live>.Instance);
        _memos = new MemoService(database, live, MemoSteps.None, TimeProvider.System);
        _shelf = new MemoShelf(database, live, MemoSteps.None, TimeProvider.System);
        _tags = new TagService(database, live, TimeProvider.System);
    }

    [Fact]
    public async Task Each_verb_changes_only_what_was_otherwise_and_says_what()
    {
        var ada = await _database.AddPersonAsync();
        var (a, b) = (await AddAsync(ada), await AddAsync(ada));
        Assert.Equal([a], await _shelf.PinAsync(ada, [a], pinned: true));
        Assert.Equal([b], await _shelf.PinAsync(ada, [a, b], pinned: true));
        Assert.Empty(await _shelf.PinAsync(ada, [a, b], pinned: true));
        Assert.Equal(2, (await _shelf.ArchiveAsync(ada, [a, b], new DateOnly(2026, 11, 20))).Count);
        Assert.Equal(new DateOnly(2026, 11, 20), (await _memos.FindAsync(ada, a))!.DiaryDate);
        Assert.Equal([a], await _shelf.UnarchiveAsync(ada, [a]));
        Assert.Null((await _memos.FindAsync(ada, a))!.DiaryDate);
    }

    [Fact]
    public async Task Another_persons_memos_are_left_alone_by_every_verb()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var memo = await AddAsync(ada);
        var trashed = await AddAsync(ada);
        await _shelf.TrashAsync(ada, [trashed]);
        Assert.Empty(await _shelf.PinAsync(bob, [memo], true));
        Assert.Empty(await _shelf.ArchiveAsync(bob, [memo]));
        Assert.Empty(await _shelf.TrashAsync(bob, [memo]));
        Assert.Empty(await _shelf.RestoreAsync(bob, [trashed]));
        Assert.Empty(await _shelf.PurgeAsync(bob, [trashed]));
        Assert.Empty(await _shelf.PurgeAllAsync(bob));
        Assert.Empty(await _shelf.KeepFromAiAsync(bob, [memo], true));
        Assert.Empty(await _tags.PutOnManyAsync(bob, [memo], "stolen"));
        var after = (await _memos.FindAsync(ada, memo))!;
        Assert.True(after is { IsPinned: false, IsArchived: false, AiExcluded: false, DeletedAt: null, Tags.Count: 0 });
        Assert.NotNull(await _memos.FindAsync(ada, trashed));
    }

    [Fact]
    public async Task Only_what_is_in_the_trash_can_be_purged()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await AddAsync(ada);
        Assert.Empty(await _shelf.PurgeAsync(ada, [memo]));
        await _shelf.TrashAsync(ada, [memo]);
        Assert.Equal([memo], await _shelf.PurgeAsync(ada, [memo]));
        Assert.Null(await _memos.FindAsync(ada, memo));
    }

    [Fact]
    public async Task What_is_in_the_trash_is_not_edited_and_comes_back_as_it_was()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await AddAsync(ada);
        await _shelf.TrashAsync(ada, [memo]);
        Assert.IsType<SaveResult.NotFound>(await _memos.SaveAsync(ada, new MemoEdit(memo, "changed", null, false, 1)));
        await _shelf.RestoreAsync(ada, [memo]);
        Assert.Equal(("a memo", null), ((await _memos.FindAsync(ada, memo))!.Content, (await _memos.FindAsync(ada, memo))!.DeletedAt));
    }

    [Fact]
    public async Task Keeping_from_AI_removes_what_models_made_at_once()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await AddAsync(ada);
        await using (var db = _database.CreateDbContext())
        {
            db.Memos.Single(found => found.Id == memo).AiSummary = "a summary";
            db.MemoRevisions.Single(found => found.MemoId == memo).AiSummary = "an older summary";
            await db.SaveChangesAsync();
        }
        await _shelf.KeepFromAiAsync(ada, [memo], excluded: true);
        await using var after = _database.CreateDbContext();
        Assert.Null(after.Memos.Single(found => found.Id == memo).AiSummary);
        Assert.Null(after.MemoRevisions.Single(found => found.MemoId == memo).AiSummary);
    }

    [Fact]
    public async Task Putting_a_tag_on_makes_no_revision_and_taking_it_off_leaves_the_text_alone()
    {
        var ada = await _database.AddPersonAsync();
        var (plain, tagged) = (await AddAsync(ada), await AddAsync(ada, "already #green"));
        Assert.Equal([plain], await _tags.PutOnManyAsync(ada, [plain, tagged], "green"));
        await _tags.TakeOffAsync(ada, [plain, tagged], "green");
        Assert.Empty((await _memos.FindAsync(ada, plain))!.Tags);
        Assert.Equal(1, (await _memos.FindAsync(ada, plain))!.RevisionCount);
        Assert.Equal(["green"], (await _memos.FindAsync(ada, tagged))!.Tags);
    }

    [Fact]
    public async Task Trash_and_save_at_the_same_time_leave_either_a_saved_or_an_untouched_memo()
    {
        var ada = await _database.AddPersonAsync();
        for (var round = 0; round < 10; round++)
        {
            var memo = await AddAsync(ada);
            var saving = _memos.SaveAsync(ada, new MemoEdit(memo, "changed", null, false, 1));
            await Task.WhenAll(saving, _shelf.TrashAsync(ada, [memo]));
            var after = (await _memos.FindAsync(ada, memo))!;
            Assert.NotNull(after.DeletedAt);
            Assert.Equal(await saving is SaveResult.Saved ? "changed" : "a memo", after.Content);
        }
    }

    private async Task<Guid> AddAsync(Guid user, string text = "a memo")
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, [], false, 0);
        Assert.IsType<SaveResult.Saved>(await _memos.SaveAsync(user, edit));
        return edit.Id;
    }
}
