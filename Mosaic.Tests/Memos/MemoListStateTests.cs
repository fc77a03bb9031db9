using Mosaic.Data.Memos;
using Mosaic.Web.Features.Memos;
using Mosaic.Web.Features.Memos.Parts;
using Mosaic.Web.Platform.CurrentUser;

namespace Mosaic.Tests.Memos;

public sealed class MemoListStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly Person Berliner = MemoPeople.Of(Guid.NewGuid(), "Europe/Berlin");

    [Fact]
    public void A_new_memo_comes_first()
    {
        var state = Loaded([Memo(0), Memo(-1)]);
        var newest = Memo(1);
        state.Upsert(newest);
        Assert.Equal(newest, state.Memos[0]);
    }

    [Fact]
    public void A_changed_memo_keeps_its_place()
    {
        var old = Memo(-1);
        var state = Loaded([Memo(0), old, Memo(-2)]);
        var changed = old with { Content = "changed" };
        state.Upsert(changed);
        Assert.Equal(changed, state.Memos[1]);
        Assert.Equal(3, state.Count);
    }

    [Fact]
    public void A_memo_older_than_what_is_loaded_waits_until_it_is_scrolled_to()
    {
        var last = Memo(-1);
        var state = Loaded([Memo(0), last], next: new MemoCursor(last.CreatedAt, last.Id));
        state.Upsert(Memo(-5));
        Assert.Equal(2, state.Count);
    }

    [Fact]
    public void Pinning_moves_a_memo_up_and_unpinning_moves_it_back()
    {
        var memo = Memo(-1);
        var state = Loaded([Memo(0), memo, Memo(-2)]);
        state.Upsert(memo with { IsPinned = true });
        Assert.Equal(memo.Id, Assert.Single(state.Pinned).Id);
        Assert.Equal(2, state.Memos.Count);
        state.Upsert(memo);
        Assert.Empty(state.Pinned);
        Assert.Equal(memo.Id, state.Memos[1].Id);
    }

    [Fact]
    public void A_page_that_overlaps_adds_nothing_twice()
    {
        var memo = Memo(0);
        var state = Loaded([memo]);
        state.Append(new MemoListPage([], [memo, Memo(-1)], null));
        Assert.Equal(2, state.Count);
    }

    [Fact]
    public void Days_are_those_of_the_persons_zone()
    {
        var lateEvening = Memo(0) with { CreatedAt = new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero) };
        var day = Assert.Single(Loaded([lateEvening]).ByDay(Berliner));
        Assert.Equal(new DateOnly(2026, 11, 21), day.Key);
    }

    [Fact]
    public void Shift_click_selects_what_lies_between_in_either_direction()
    {
        var memos = new[] { Memo(0), Memo(-1), Memo(-2), Memo(-3) };
        var state = Loaded(memos);
        Assert.Equal(memos[1..4].Select(memo => memo.Id), state.Between(memos[3].Id, memos[1].Id));
        Assert.Equal([memos[0].Id], state.Between(Guid.NewGuid(), memos[0].Id));
    }

    private static MemoListState Loaded(IReadOnlyList<MemoCard> memos, MemoCursor? next = null)
    {
        var state = new MemoListState(MemoPlace.Desk);
        state.Append(new MemoListPage([], memos, next));
        return state;
    }

    private static MemoCard Memo(int hours) => new(
        Guid.CreateVersion7(Noon.AddHours(hours)), "text", [], 0, 0, false, false, false, 1, null, Noon.AddHours(hours), Noon.AddHours(hours), null, [], 0);
}
