using Microsoft.Extensions.Logging.Abstractions;
using Mosaic.Data.Memos;
using Mosaic.Tests.Support;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Platform.Live;

namespace Mosaic.Tests.Memos;

public sealed class MemoListsDataTests : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase _database;
    private readonly TestClock _clock = new();
    private readonly MemoService _memos;
    private readonly MemoShelf _shelf;
    private readonly MemoLists _lists;

    public MemoListsDataTests(TestDatabase database)
    {
        _database = database;
        var live = new Live(database.Source, NullLogger<Live>.Instance);
        _memos = new MemoService(database, live, MemoSteps.None, _clock);
        _shelf = new MemoShelf(database, live, MemoSteps.None, _clock);
        _lists = new MemoLists(database, _clock);
    }

    [Fact]
    public async Task Pages_hold_every_memo_once_even_when_many_have_the_same_time()
    {
        var ada = await _database.AddPersonAsync();
        var written = new List<Guid>();
        for (var i = 0; i < 70; i++) written.Add(await AddAsync(ada, $"memo {i}", Start.AddHours(i / 20)));
        var read = new List<MemoCard>();
        MemoCursor? cursor = null;
        do
        {
            var page = await _lists.ReadAsync(ada, new MemoFilter(), cursor);
            Assert.InRange(page.Memos.Count, 1, MemoLists.PageSize);
            read.AddRange(page.Memos);
            cursor = page.Next;
        }
        while (cursor is not null);
        Assert.Equal(written.Order(), read.Select(memo => memo.Id).Order());
        Assert.Equal(read.OrderByDescending(memo => memo.CreatedAt).ThenByDescending(memo => memo.Id.ToString(), StringComparer.Ordinal).Select(memo => memo.Id), read.Select(memo => memo.Id));
    }

    [Fact]
    public async Task Pinned_memos_come_once_and_first()
    {
        var ada = await _database.AddPersonAsync();
        var old = await AddAsync(ada, "old", Start);
        await AddAsync(ada, "new", Start.AddHours(1));
        await _shelf.PinAsync(ada, [old], pinned: true);
        var page = await _lists.ReadAsync(ada, new MemoFilter());
        Assert.Equal(old, Assert.Single(page.Pinned).Id);
        Assert.DoesNotContain(page.Memos, memo => memo.Id == old);
    }

    [Fact]
    public async Task Each_filter_lets_through_what_it_says()
    {
        var ada = await _database.AddPersonAsync();
        var nested = await AddAsync(ada, "plan #work/mosaic", Start);
        var tasks = await AddAsync(ada, "- [ ] open", Start.AddDays(1));
        var done = await AddAsync(ada, "- [x] done 100%_sure", Start.AddDays(2));
        var archived = await AddAsync(ada, "away", Start.AddDays(3));
        var deleted = await AddAsync(ada, "gone", Start.AddDays(4));
        await _shelf.ArchiveAsync(ada, [archived]);
        await _shelf.TrashAsync(ada, [deleted]);

        Assert.Equal([done, tasks, nested], await IdsAsync(ada, new MemoFilter()));
        Assert.Equal([nested], await IdsAsync(ada, new MemoFilter { Tag = "work" }));
        Assert.Equal([nested], await IdsAsync(ada, new MemoFilter { Tag = "work/mosaic" }));
        Assert.Empty(await IdsAsync(ada, new MemoFilter { Tag = "wor" }));
        Assert.Equal([tasks], await IdsAsync(ada, new MemoFilter { OpenTasks = true }));
        Assert.Equal([done, tasks], await IdsAsync(ada, new MemoFilter { Untagged = true }));
        Assert.Equal([tasks], await IdsAsync(ada, new MemoFilter { From = Start.AddDays(1), Before = Start.AddDays(2) }));
        Assert.Equal([done], await IdsAsync(ada, new MemoFilter { Text = "100%_SURE" }));
        Assert.Empty(await IdsAsync(ada, new MemoFilter { Text = "100_" }));
        Assert.Equal([archived], await IdsAsync(ada, new MemoFilter { Place = MemoPlace.Archive }));
        Assert.Equal([deleted], await IdsAsync(ada, new MemoFilter { Place = MemoPlace.Trash }));
        Assert.Empty(await IdsAsync(ada, new MemoFilter { HasFiles = true }));
    }

    [Fact]
    public async Task Nobody_sees_another_persons_memos()
    {
        var (ada, bob) = (await _database.AddPersonAsync(), await _database.AddPersonAsync());
        var memo = await AddAsync(ada, "ada's #secret", Start);
        foreach (var filter in new[] { new MemoFilter(), new() { Tag = "secret" }, new() { Text = "ada" }, new() { Place = MemoPlace.Archive }, new() { Place = MemoPlace.Trash } })
            Assert.Empty(await IdsAsync(bob, filter));
        Assert.Null(await _lists.FindAsync(bob, new MemoFilter(), memo));
        Assert.Empty(await _lists.LinkingToAsync(bob, memo));
    }

    [Fact]
    public async Task The_calendar_counts_by_the_persons_days()
    {
        var ada = await _database.AddPersonAsync();
        var kathmandu = MemoPeople.Of(ada, "Asia/Kathmandu");
        await AddAsync(ada, "just after midnight there", new(2026, 11, 9, 18, 30, 0, TimeSpan.Zero));
        await AddAsync(ada, "just before", new(2026, 11, 9, 18, 0, 0, TimeSpan.Zero));
        var days = await _lists.CountByDayAsync(kathmandu, new DateOnly(2026, 11, 15));
        Assert.Equal(new Dictionary<DateOnly, int> { [new(2026, 11, 9)] = 1, [new(2026, 11, 10)] = 1 }, days.OrderBy(day => day.Key).ToDictionary());
    }

    [Fact]
    public async Task On_this_day_finds_the_latest_earlier_year()
    {
        var ada = await _database.AddPersonAsync();
        _clock.Set(new(2028, 2, 29, 12, 0, 0, TimeSpan.Zero));
        await AddAsync(ada, "2025", new(2025, 2, 28, 9, 0, 0, TimeSpan.Zero));
        await AddAsync(ada, "2024", new(2024, 2, 29, 9, 0, 0, TimeSpan.Zero));
        await AddAsync(ada, "today", new(2028, 2, 29, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(["2025"], (await _lists.OnThisDayAsync(MemoPeople.Of(ada, "UTC"))).Select(memo => memo.Content));
    }

    private async Task<IEnumerable<Guid>> IdsAsync(Guid user, MemoFilter filter) => (await _lists.ReadAsync(user, filter)).Memos.Select(memo => memo.Id);

    private async Task<Guid> AddAsync(Guid user, string text, DateTimeOffset at)
    {
        var edit = new MemoEdit(Guid.CreateVersion7(), text, [], false, 0) { CreatedAt = at };
        Assert.IsType<SaveResult.Saved>(await _memos.SaveAsync(user, edit));
        return edit.Id;
    }
}
