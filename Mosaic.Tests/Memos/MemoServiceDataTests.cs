using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Memos;

public sealed class MemoServiceDataTests : IClassFixture<TestDatabase>
{
    private readonly TestDatabase _database;
    private readonly TestClock _clock = new();
    private readonly Live _live;
    private readonly MemoService _memos;

    public MemoServiceDataTests(TestDatabase database)
    {
        _database = database;
        _live = new Live(database.Source, NullLogger<Live>.Instance);
        _memos = new MemoService(database, _live, MemoSteps.None, _clock);
    }

    [Fact]
    public async Task A_new_memo_has_one_revision_with_the_same_text()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await SaveAsync(ada, "hello #garden and #work/mosaic\n\n- [ ] one\n- [x] two");
        Assert.Equal(["garden", "work/mosaic"], memo.Tags);
        Assert.Equal((2, 1), (memo.TaskCount, memo.OpenTaskCount));
        var revision = Assert.Single(await RevisionsAsync(memo.Id));
        Assert.Equal((1, memo.Content, RevisionSource.Human), (revision.RevisionNumber, revision.Content, revision.Source));
    }

    [Fact]
    public async Task Saving_the_same_new_memo_twice_makes_one_even_at_the_same_time()
    {
        var ada = await _database.AddPersonAsync();
        var edit = New("twice");
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _memos.SaveAsync(ada, edit)));
        Assert.All(results, result => Assert.IsType<SaveResult.Saved>(result));
        Assert.Single(await RevisionsAsync(edit.Id));
    }

    [Fact]
    public async Task A_content_change_makes_a_revision_and_an_equal_text_does_not()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await SaveAsync(ada, "one");
        var changed = await SaveAsync(ada, new MemoEdit(memo.Id, "two", null, false, 1));
        Assert.Equal(2, changed.RevisionCount);
        var same = await SaveAsync(ada, new MemoEdit(memo.Id, "two", null, false, 2));
        Assert.Equal(2, same.RevisionCount);
        Assert.Equal(["one", "two"], (await RevisionsAsync(memo.Id)).Select(revision => revision.Content));
    }

    [Fact]
    public async Task An_edit_from_an_older_revision_is_a_conflict_and_writes_nothing()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await SaveAsync(ada, "base");
        await SaveAsync(ada, new MemoEdit(memo.Id, "theirs", null, false, 1));
        var conflict = Assert.IsType<SaveResult.Conflict>(await _memos.SaveAsync(ada, new MemoEdit(memo.Id, "mine", null, false, 1)));
        Assert.Equal("theirs", conflict.Current.Content);
        Assert.Equal(2, (await RevisionsAsync(memo.Id)).Count);
        var overwritten = await SaveAsync(ada, new MemoEdit(memo.Id, "mine", null, false, 1) { Overwrite = true });
        Assert.Equal(("mine", 3), (overwritten.Content, overwritten.RevisionCount));
        Assert.Contains(await RevisionsAsync(memo.Id), revision => revision.Content == "theirs");
    }

    [Fact]
    public async Task Of_many_edits_from_one_revision_exactly_one_is_saved()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await SaveAsync(ada, "base");
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => _memos.SaveAsync(ada, new MemoEdit(memo.Id, $"text {i}", null, false, 1))));
        Assert.Single(results.OfType<SaveResult.Saved>());
        Assert.Equal(9, results.OfType<SaveResult.Conflict>().Count());
        Assert.Equal(2, (await RevisionsAsync(memo.Id)).Count);
    }

    [Fact]
    public async Task Another_persons_memo_is_not_found()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var memo = await SaveAsync(ada, "mine alone");
        Assert.Null(await _memos.FindAsync(bob, memo.Id));
        Assert.IsType<SaveResult.NotFound>(await _memos.SaveAsync(bob, new MemoEdit(memo.Id, "stolen", null, false, 1)));
        Assert.IsType<SaveResult.NotFound>(await _memos.SaveAsync(bob, new MemoEdit(memo.Id, "stolen", null, false, 0)));
        Assert.Equal("mine alone", (await _memos.FindAsync(ada, memo.Id))!.Content);
    }

    [Fact]
    public async Task Tags_put_on_a_memo_stay_when_its_text_changes_and_those_of_the_text_follow_it()
    {
        var ada = await _database.AddPersonAsync();
        var memo = await SaveAsync(ada, New("about #tea") with { Tags = ["kitchen"] });
        Assert.Equal(["tea", "kitchen"], memo.Tags);
        var changed = await SaveAsync(ada, new MemoEdit(memo.Id, "about #coffee", null, false, 1));
        Assert.Equal(["coffee", "kitchen"], changed.Tags);
        var bare = await SaveAsync(ada, new MemoEdit(memo.Id, "about #coffee", null, false, 2) { Tags = [] });
        Assert.Equal(["coffee"], bare.Tags);
        Assert.Equal(2, bare.RevisionCount);
    }

    [Fact]
    public async Task Links_lead_only_to_the_persons_own_memos()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var target = await SaveAsync(ada, "target");
        var foreign = await SaveAsync(bob, "foreign");
        var from = await SaveAsync(ada, $"see [[{target.Id}|that]] and [[{foreign.Id}|this]] and [[{Guid.NewGuid()}]]");
        await using var db = _database.CreateDbContext();
        Assert.Equal([target.Id], await db.MemoLinks.Where(link => link.FromMemoId == from.Id).Select(link => link.ToMemoId).ToListAsync());
        Assert.Equal(1, (await _memos.FindAsync(ada, target.Id))!.BackLinkCount);
        await SaveAsync(ada, new MemoEdit(from.Id, "no more", null, false, 1));
        Assert.Equal(0, (await _memos.FindAsync(ada, target.Id))!.BackLinkCount);
    }

    [Fact]
    public async Task Files_are_claimed_in_their_order_and_never_from_another_person()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var (first, second, foreign) = (await AddFileAsync(ada), await AddFileAsync(ada), await AddFileAsync(bob));
        var memo = await SaveAsync(ada, New("") with { ResourceIds = [second, foreign, first] });
        Assert.Equal([second, first], memo.Files.Select(file => file.Id));
        var fewer = await SaveAsync(ada, new MemoEdit(memo.Id, "", [first], false, 1));
        Assert.Equal([first], fewer.Files.Select(file => file.Id));
    }

    [Fact]
    public async Task Saving_ends_the_draft_and_a_refusal_keeps_it()
    {
        var ada = await _database.AddPersonAsync();
        var edit = New(new string('x', Memo.MaxLength + 1));
        await using (var db = _database.CreateDbContext())
        {
            db.Add(new MemoDraft { Id = Guid.CreateVersion7(), UserId = ada, TargetId = edit.Id, Content = edit.Content!, CreatedAt = _clock.GetUtcNow(), UpdatedAt = _clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
        Assert.IsType<SaveResult.Refused>(await _memos.SaveAsync(ada, edit));
        await using (var db = _database.CreateDbContext()) Assert.Equal(1, await db.MemoDrafts.CountAsync(draft => draft.UserId == ada));
        await SaveAsync(ada, edit with { Content = "short" });
        await using (var db = _database.CreateDbContext()) Assert.Equal(0, await db.MemoDrafts.CountAsync(draft => draft.UserId == ada));
    }

    [Fact]
    public async Task A_saved_memo_is_announced_to_its_owner_alone()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var heard = new List<LiveMessage>();
        using var own = _live.Subscribe(Topics.Memos(ada), message => { heard.Add(message); return Task.CompletedTask; });
        using var foreign = _live.Subscribe(Topics.Memos(bob), message => { heard.Add(message); return Task.CompletedTask; });
        var memo = await SaveAsync(ada, "hear me");
        Assert.Equal([new LiveMessage(Topics.Memos(ada), memo.Id.ToString())], heard);
    }

    [Fact]
    public async Task A_memo_of_100_000_characters_comes_back_whole_and_in_lists_as_its_beginning()
    {
        var ada = await _database.AddPersonAsync();
        var text = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i:000000000}\n"));
        var memo = await SaveAsync(ada, text);
        Assert.Equal(text, memo.Content);
        var listed = Assert.Single((await new MemoLists(_database, _clock).ReadAsync(ada, new MemoFilter())).Memos);
        Assert.True(listed.IsExcerpt);
        Assert.Equal(text[..MemoCard.ExcerptLength], listed.Content);
    }

    private static MemoEdit New(string content) => new(Guid.CreateVersion7(), content, [], false, 0);

    private Task<MemoCard> SaveAsync(Guid user, string content) => SaveAsync(user, New(content));

    private async Task<MemoCard> SaveAsync(Guid user, MemoEdit edit) => Assert.IsType<SaveResult.Saved>(await _memos.SaveAsync(user, edit)).Memo;

    private async Task<List<MemoRevision>> RevisionsAsync(Guid memoId)
    {
        await using var db = _database.CreateDbContext();
        return await db.MemoRevisions.AsNoTracking().Where(revision => revision.MemoId == memoId).OrderBy(revision => revision.RevisionNumber).ToListAsync();
    }

    private async Task<Guid> AddFileAsync(Guid user)
    {
        await using var db = _database.CreateDbContext();
        var file = new Resource { Id = Guid.CreateVersion7(), UserId = user, Filename = "a.txt", ResourceType = ResourceType.File, MimeType = "text/plain", FileSize = 1, Sha256 = [1], StoragePath = "x", Metadata = System.Text.Json.JsonDocument.Parse("{}").RootElement, CreatedAt = _clock.GetUtcNow(), UpdatedAt = _clock.GetUtcNow() };
        db.Add(file);
        await db.SaveChangesAsync();
        return file.Id;
    }
}
